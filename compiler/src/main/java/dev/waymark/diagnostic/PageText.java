package dev.waymark.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The texts of pages, resources beside the program. */
public final class PageText {
    private static final String FOLDER = "/dev/waymark/explain/";

    private PageText() {}

    /** @param name without its ending, such as {@code effects/lost}; the page must be there */
    public static String read(String name) {
        String path = FOLDER + name + ".md";
        try (InputStream page = Objects.requireNonNull(PageText.class.getResourceAsStream(path), path)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
