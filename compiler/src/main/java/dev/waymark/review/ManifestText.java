package dev.waymark.review;

import dev.waymark.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file of manifests.
 *
 * @param name under which messages show it
 * @param content in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content only, in isSame
public record ManifestText(String name, byte[] content) {
    /** Whether both hold the same bytes. */
    public boolean isSame(ManifestText other) {
        return Arrays.equals(content, other.content);
    }

    /** The text, for a parser. */
    public SourceFile file() {
        return new SourceFile(name, new String(content, StandardCharsets.UTF_8));
    }
}
