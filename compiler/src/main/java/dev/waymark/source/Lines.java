package dev.waymark.source;

/** The lines of a text, from 1. Offsets and columns are counted in code points. */
interface Lines {
    int line(int offset);

    /** The offset of a line's first character. */
    int start(int line);

    /**
     * What a line says, without its end; empty past the last line.
     *
     * @param column where to begin, from 1
     * @param most code points
     */
    String text(int line, int column, int most);

    /** The whole text. */
    String all();

    /** Whether a character ends a line; of {@code \r\n} only the second one does. */
    static boolean isEnd(int character) {
        return character == '\n' || character == '\r';
    }
}
