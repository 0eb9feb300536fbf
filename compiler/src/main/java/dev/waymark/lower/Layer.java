package dev.waymark.lower;

import java.util.Locale;

/** What is delivered by itself, in this order. */
public enum Layer {
    /** Gateways and what they need. */
    GATEWAYS,
    /** ServiceEntries with their labels. */
    ENROLLMENT,
    /** Parts of objects of others. */
    LABELS;

    /** Its folder, and its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
