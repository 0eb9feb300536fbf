package dev.waymark.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;

/** How the parser is set up. */
final class Settings {
    private static final int SHORTEST_BUFFER = 1 << 10;
    private static final int LONGEST_BUFFER = 1 << 20;

    private Settings() {}

    /**
     * For one text. Within one token the parser copies all that it holds whenever its buffer is used up: a buffer that
     * does not grow with the text would make that quadratic.
     */
    static LoadSettings of(String text, boolean comments) {
        int buffer = Math.max(SHORTEST_BUFFER, Math.min(LONGEST_BUFFER, text.length()));
        return LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(buffer)
                .setParseComments(comments)
                .build();
    }
}
