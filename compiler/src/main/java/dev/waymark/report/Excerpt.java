package dev.waymark.report;

import dev.waymark.source.Span;

/**
 * The part of a line that a message points to, cut to what helps and to the room that there is.
 *
 * @param before the text ahead of the marked part
 * @param marked at least one character; a space at the end of a line
 */
record Excerpt(int line, String before, String marked, String after) {
    private static final int LONGEST_CONTEXT = 70;
    private static final int LONGEST_MARK = 80;
    private static final int ELLIPSES = 3;

    /** More than is shown on either side: a line may be a whole dump. */
    private static final int MOST_CHARACTERS = 1000;

    /**
     * Cuts the line around the span.
     *
     * @param room cells
     */
    static Excerpt of(Span span, int room) {
        int column = span.column();
        int first = Math.max(1, column - MOST_CHARACTERS);
        String text = span.file().lineText(span.line(), first, 3 * MOST_CHARACTERS);
        int length = text.codePointCount(0, text.length());
        int start = Math.min(column - first, length);
        int end = span.endLine() == span.line() ? Math.min(span.endColumn() - first, length) : length;
        Excerpt whole = new Excerpt(
                span.line(),
                slice(text, 0, start),
                slice(text, start, Math.max(start, end)).stripTrailing(),
                slice(text, Math.max(start, end), length));
        return whole.cut(room - ELLIPSES);
    }

    private static String slice(String text, int start, int end) {
        return Printable.of(text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)));
    }

    /** The mark takes up to half of the room; what one side leaves goes to the other. */
    private Excerpt cut(int room) {
        int mark = Math.min(Cells.of(marked), Math.min(LONGEST_MARK, room / 2));
        int rest = room - mark;
        int left = Math.min(LONGEST_CONTEXT, Math.max(rest / 2, rest - Cells.of(after)));
        int right = Math.min(LONGEST_CONTEXT, rest - Math.min(left, Cells.of(before)));
        return new Excerpt(line, tail(before, left), head(marked, mark), head(after, right));
    }

    private static String head(String text, int room) {
        return Cells.of(text) > room ? Cells.head(text, room) + "…" : text;
    }

    private static String tail(String text, int room) {
        return Cells.of(text) > room ? "…" + Cells.tail(text, room) : text;
    }

    String text() {
        return before + marked + after;
    }

    /** Blanks up to the mark, then the mark. */
    String underline(char mark) {
        return " ".repeat(Cells.of(before)) + String.valueOf(mark).repeat(Math.max(1, Cells.of(marked)));
    }
}
