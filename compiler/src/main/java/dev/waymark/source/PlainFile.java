package dev.waymark.source;

import java.nio.charset.StandardCharsets;

/**
 * A file whose bytes somebody compares.
 *
 * @param path relative to the folder that it was found in, with {@code /}
 * @param name that messages show
 * @param tree where the name leads
 */
public record PlainFile(String path, String name, FileTree tree) {
    /** @throws InputException if it cannot be read */
    public byte[] bytes() throws InputException {
        return FoundFile.explaining(name, () -> tree.content(name));
    }

    /** Its content as a text; bytes that are none are shown as such. */
    public SourceFile text(byte[] content) {
        return new SourceFile(name, new String(content, StandardCharsets.UTF_8));
    }
}
