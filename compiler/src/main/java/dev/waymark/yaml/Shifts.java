package dev.waymark.yaml;

import java.util.Arrays;

/** Where in a text the characters stand of which some were left out. Both count code points. */
final class Shifts {
    private int[] shortened = new int[64];
    private int[] original = new int[64];
    private int size;
    private int in;
    private int out;

    void keep(int codePoints) {
        if (size == 0 || in - out != original[size - 1] - shortened[size - 1]) {
            begin();
        }
        in += codePoints;
        out += codePoints;
    }

    void skip(int codePoints) {
        in += codePoints;
    }

    /** Takes note of characters that the original does not have. */
    void insert(int codePoints) {
        out += codePoints;
    }

    private void begin() {
        if (size == shortened.length) {
            shortened = Arrays.copyOf(shortened, 2 * size);
            original = Arrays.copyOf(original, 2 * size);
        }
        shortened[size] = out;
        original[size] = in;
        size++;
    }

    /** The offset in the original of a character that was kept, or of the end. */
    int place(int index) {
        int found = Arrays.binarySearch(shortened, 0, size, index);
        int run = found >= 0 ? found : -found - 2;
        return run < 0 ? index : original[run] + index - shortened[run];
    }
}
