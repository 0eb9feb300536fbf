package dev.waymark.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The style and the script of a page, and the policy (Content Security Policy, level 3) that admits them by their hashes. */
record PageAssets(String style, String script) {
    static PageAssets load() {
        String script = Stream.of("dom.js", "words.js", "filter.js", "effects.js", "details.js", "review.js")
                .map(PageAssets::read)
                .collect(Collectors.joining("\n"));
        return new PageAssets("\n" + read("review.css"), "\n" + script);
    }

    /** Nothing is loaded, sent, framed or run that does not stand in the page itself. */
    String policy() {
        return "default-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'; style-src '" + hash(style)
                + "'; script-src '" + hash(script) + "'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Line feeds whatever the checkout made of them: a browser hashes what its parser made of them. */
    private static String read(String name) {
        try (InputStream stream = PageAssets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
