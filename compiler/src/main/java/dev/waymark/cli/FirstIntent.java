package dev.waymark.cli;

import dev.waymark.render.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The intent that {@code init} writes: one waypoint, and in comments what one mostly wants next. */
final class FirstIntent {
    private static final String TEXT = "first-intent.yaml";
    private static final String FALLBACK = "mesh";
    private static final int LONGEST_LABEL = 63;

    private FirstIntent() {}

    /** The intent of the unit that is named after a folder. */
    static String in(@Nullable Path folder) {
        return text().replace("\n  name: " + FALLBACK + "\n", "\n  name: " + YamlText.of(unit(folder)) + "\n");
    }

    private static String text() {
        try (InputStream stream = FirstIntent.class.getResourceAsStream(TEXT)) {
            if (stream == null) {
                throw new IllegalStateException(TEXT + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unit(@Nullable Path folder) {
        Path name = folder == null ? null : folder.normalize().getFileName();
        String label = name == null ? "" : dnsLabel(name.toString());
        return label.isEmpty() ? FALLBACK : label;
    }

    /** As much of a name as a DNS label can hold (RFC 1123), which may be nothing. */
    static String dnsLabel(String name) {
        String label = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceFirst("^-", "");
        return label.substring(0, Math.min(label.length(), LONGEST_LABEL)).replaceFirst("-+$", "");
    }
}
