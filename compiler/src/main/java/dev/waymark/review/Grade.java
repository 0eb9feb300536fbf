package dev.waymark.review;

import java.util.Locale;

/** How much a reviewer has to care; the worst first. */
public enum Grade {
    /** Something that was enforced or guarded no longer is. */
    DANGER,
    /** Traffic takes another way, or somebody may do more or less than before. */
    CAUTION,
    INFO;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is this grade or a worse one. */
    public boolean isAtLeast(Grade other) {
        return compareTo(other) <= 0;
    }
}
