package dev.waymark.source;

import java.util.Arrays;

/** A text in memory. Its lines are looked for when somebody first asks for one, which several
 * threads may do. */
final class HeldText implements Lines {
    private final String text;
    private int[] lineStarts = {};
    private int[] lineStartChars = {};

    HeldText(String text) {
        this.text = text;
    }

    @Override
    public String all() {
        return text;
    }

    @Override
    public int line(int offset) {
        indexLines();
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public int start(int line) {
        indexLines();
        return lineStarts[line - 1];
    }

    @Override
    public String text(int line, int column, int most) {
        indexLines();
        if (line > lineStartChars.length) {
            return "";
        }
        int start = lineStartChars[line - 1];
        int end = line < lineStartChars.length ? lineStartChars[line] : text.length();
        while (end > start && Lines.isEnd(text.charAt(end - 1))) {
            end--;
        }
        int from = forward(start, column - 1, end);
        return text.substring(from, forward(from, most, end));
    }

    private int forward(int from, int codePoints, int end) {
        boolean past = codePoints >= text.codePointCount(from, end);
        return past ? end : text.offsetByCodePoints(from, codePoints);
    }

    private synchronized void indexLines() {
        if (lineStarts.length > 0) {
            return;
        }
        int lines = 1 + (int) text.chars().filter(Lines::isEnd).count();
        int[] starts = new int[lines];
        int[] startChars = new int[lines];
        int count = 1;
        int offset = 0;
        for (int at = 0; at < text.length(); offset++) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (Lines.isEnd(character) && !(character == '\r' && at < text.length() && text.charAt(at) == '\n')) {
                starts[count] = offset + 1;
                startChars[count++] = at;
            }
        }
        lineStartChars = Arrays.copyOf(startChars, count);
        lineStarts = Arrays.copyOf(starts, count);
    }
}
