package dev.waymark.output;

import java.util.Comparator;
import java.util.Locale;

/**
 * A file of a directory that is not as a render would leave it.
 *
 * @param path relative to the output directory
 */
public record StaleFile(String path, Reason reason) implements Comparable<StaleFile> {
    /** In which way. */
    public enum Reason {
        MISSING,
        DIFFERS,
        EDITED_BY_HAND,
        FOREIGN,
        OBSOLETE,
        UNFINISHED,
        NO_LOCK;

        /** {@code edited-by-hand}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param folder before the path, with {@code /} behind it */
    public StaleFile within(String folder) {
        return new StaleFile(folder + path, reason);
    }

    @Override
    public int compareTo(StaleFile other) {
        return Comparator.comparing(StaleFile::path)
                .thenComparing(StaleFile::reason)
                .compare(this, other);
    }
}
