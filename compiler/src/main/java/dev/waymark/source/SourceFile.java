package dev.waymark.source;

import java.util.Arrays;

/**
 * One text and the name that it was given by. Offsets are counted in code points, lines and columns from 1;
 * {@code \n}, {@code \r\n} and {@code \r} end a line, as in YAML 1.2 section 5.4.
 */
public final class SourceFile {
    /** The name of standard input, on the command line and in messages. */
    public static final String STANDARD_INPUT = "-";

    private final String name;
    private final String folder;
    private final String text;
    private int[] lineStarts = {};
    private int[] lineStartChars = {};

    /**
     * A text under a name.
     *
     * @param name as the user gave it, with {@code /} between folders
     */
    public SourceFile(String name, String text) {
        this(name, "", text);
    }

    /**
     * A text that was read from a file.
     *
     * @param folder the real path of the folder that it lies in
     */
    SourceFile(String name, String folder, String text) {
        this.name = name;
        this.folder = folder;
        this.text = text;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The real path of the folder that the file lies in, however it was named: documents of one unit share it. */
    public String folder() {
        return folder;
    }

    /** The line of an offset, from 1. */
    public int line(int offset) {
        indexLines();
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset in code points, from 1. */
    public int column(int offset) {
        int line = line(offset);
        return offset - lineStarts[line - 1] + 1;
    }

    /** The text of a line without its end; empty past the last line. */
    public String lineText(int line) {
        indexLines();
        if (line > lineStartChars.length) {
            return "";
        }
        int start = lineStartChars[line - 1];
        int end = line < lineStartChars.length ? lineStartChars[line] : text.length();
        while (end > start && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private void indexLines() {
        if (lineStarts.length > 0) {
            return;
        }
        int lines = 1 + (int) text.chars().filter(SourceFile::isLineEnd).count();
        int[] starts = new int[lines];
        int[] startChars = new int[lines];
        int count = 1;
        int offset = 0;
        for (int at = 0; at < text.length(); offset++) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (isLineEnd(character) && !(character == '\r' && at < text.length() && text.charAt(at) == '\n')) {
                starts[count] = offset + 1;
                startChars[count++] = at;
            }
        }
        lineStartChars = Arrays.copyOf(startChars, count);
        lineStarts = Arrays.copyOf(starts, count);
    }

    private static boolean isLineEnd(int character) {
        return character == '\n' || character == '\r';
    }

    @Override
    public String toString() {
        return name;
    }
}
