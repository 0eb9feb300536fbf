package dev.waymark.review;

import dev.waymark.kube.Ordered;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that is not as it was.
 *
 * @param path relative to what is compared, with {@code /}
 * @param fields the values that differ, in the order of the document
 */
public record ManifestChange(String path, Change change, List<FieldChange> fields) {
    /** What becomes of a file. */
    public enum Change {
        ADD,
        CHANGE,
        REMOVE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A value that is not as it was.
     *
     * @param pointer into the document (RFC 6901): the new one, or the old one where the value is gone
     * @param before as text; empty if the field is new
     * @param after as text; empty if it is gone
     */
    public record FieldChange(String pointer, Optional<String> before, Optional<String> after) {}

    public ManifestChange {
        fields = Ordered.list(fields);
    }
}
