package dev.waymark.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * How the parser is set up. Within one token it copies all that it holds whenever its buffer is used up, which is
 * quadratic in the length of the token: for a long text, the buffer is so large that it does not matter.
 */
final class Settings {
    static final Settings EVENTS = new Settings(false);
    static final Settings COMMENTS = new Settings(true);

    private static final int LONG = 1 << 16;
    private static final int BUFFER = 1 << 10;
    private static final int LONG_BUFFER = 1 << 20;

    private final LoadSettings ofShort;
    private final LoadSettings ofLong;

    private Settings(boolean comments) {
        this.ofShort = settings(BUFFER, comments);
        this.ofLong = settings(LONG_BUFFER, comments);
    }

    private static LoadSettings settings(int buffer, boolean comments) {
        return LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(buffer)
                .setParseComments(comments)
                .build();
    }

    LoadSettings of(String text) {
        return text.length() > LONG ? ofLong : ofShort;
    }
}
