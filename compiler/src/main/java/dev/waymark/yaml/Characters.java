package dev.waymark.yaml;

import java.util.OptionalInt;

/** Which code points are characters that a manifest can hold. */
final class Characters {
    private Characters() {}

    /** The first code point of a text that is no character. */
    static OptionalInt firstInvalid(String text) {
        int codePoint;
        for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (isInvalid(codePoint)) {
                return OptionalInt.of(codePoint);
            }
        }
        return OptionalInt.empty();
    }

    /** Halves of a pair on their own, and code points that never stand for a character (Unicode, section 23.7). */
    private static boolean isInvalid(int codePoint) {
        return (Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE)
                || (codePoint & 0xFFFE) == 0xFFFE
                || (0xFDD0 <= codePoint && codePoint <= 0xFDEF);
    }
}
