package dev.waymark.source;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file whose bytes somebody compares.
 *
 * @param path relative to the folder that it was found in, with {@code /}
 */
public record PlainFile(String path, FoundFile file) {
    /** @throws InputException if it cannot be read */
    public byte[] bytes() throws InputException {
        return FoundFile.explaining(file.name(), () -> {
            file.refuseWhatNeverEnds();
            try (InputStream bytes = file.open()) {
                return bytes.readAllBytes();
            }
        });
    }

    /** Its content as a text; bytes that are none are shown as such. */
    public SourceFile text(byte[] content) {
        return new SourceFile(file.name(), file.folder(), new String(content, StandardCharsets.UTF_8));
    }

    /** The name that messages show. */
    public String name() {
        return file.name();
    }
}
