package dev.waymark.source;

import java.util.Optional;

/**
 * A text that was read.
 *
 * @param named whether the user named it, rather than the folder that it was found in
 * @param damage why its text cannot be used as it is
 */
public record Source(SourceFile file, boolean named, Optional<Damage> damage) {
    /**
     * What is wrong with the bytes of an input.
     *
     * @param offset the code point before which it happened
     */
    public record Damage(Kind kind, int offset) {}

    /** The ways in which bytes are no text. */
    public enum Kind {
        NOT_UTF8,
        NOT_UTF16,
        TOO_LARGE
    }
}
