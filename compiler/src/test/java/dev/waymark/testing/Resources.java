package dev.waymark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data of tests. */
public final class Resources {
    private static final Path FOLDER = Path.of("src/test/resources");

    private Resources() {}

    public static Path path(String name) {
        return FOLDER.resolve(name);
    }

    public static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
