package dev.waymark.inject;

import java.util.Comparator;
import java.util.List;

/**
 * A change of a text.
 *
 * @param offset where it begins
 * @param length of what it takes away
 * @param text what it puts in its place
 */
record TextEdit(int offset, int length, String text) {
    static TextEdit insert(int offset, String text) {
        return new TextEdit(offset, 0, text);
    }

    TextEdit shifted(int by) {
        return new TextEdit(offset + by, length, text);
    }

    /** All of them, none of which overlaps another; those at one place in their order. */
    static String apply(String text, List<TextEdit> edits) {
        StringBuilder result = new StringBuilder(text.length());
        int done = 0;
        List<TextEdit> sorted =
                edits.stream().sorted(Comparator.comparingInt(TextEdit::offset)).toList();
        for (TextEdit edit : sorted) {
            result.append(text, done, edit.offset).append(edit.text);
            done = edit.offset + edit.length;
        }
        return result.append(text, done, text.length()).toString();
    }
}
