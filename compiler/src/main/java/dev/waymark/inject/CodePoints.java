package dev.waymark.inject;

import java.util.Arrays;

/** Where in a string a code point stands: spans count code points, and strings do not. */
final class CodePoints {
    /** Those that take two places, by their offset in code points. */
    private final int[] wide;

    CodePoints(String text) {
        int[] found = new int[16];
        int size = 0;
        for (int at = 0; at < text.length(); at++) {
            if (Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length()) {
                found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
                found[size] = at - size;
                size++;
                at++;
            }
        }
        this.wide = Arrays.copyOf(found, size);
    }

    int index(int offset) {
        int before = Arrays.binarySearch(wide, offset);
        return offset + (before < 0 ? -before - 1 : before);
    }
}
