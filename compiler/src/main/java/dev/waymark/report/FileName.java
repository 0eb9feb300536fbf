package dev.waymark.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Names of files as services look for them in a repository, in which the command is run. */
final class FileName {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private FileName() {}

    /** A name as it was given, as a path from the working directory where the file lies below it; with {@code /}. */
    static String relative(String name) {
        Path path = Path.of(name).normalize();
        Path here = Path.of("").toAbsolutePath();
        Path shown = path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
        String text = shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
        return text.isEmpty() ? "." : text;
    }

    /** A reference to the file (RFC 3986): relative, or with a scheme where it lies elsewhere. */
    static String uri(String name) {
        String path = relative(name);
        if (!Path.of(path).isAbsolute()) {
            return encoded(path);
        }
        return "file://" + (path.startsWith("/") ? "" : "/") + encoded(path);
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each == '/' || UNRESERVED.indexOf(each) >= 0;
            encoded.append(plain ? String.valueOf((char) each) : String.format("%%%02X", each));
        }
        return encoded.toString();
    }
}
