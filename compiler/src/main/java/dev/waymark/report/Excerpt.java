package dev.waymark.report;

import dev.waymark.source.Span;

/**
 * The part of a line that a message points to.
 *
 * @param before the text ahead of the marked part, cut to what helps
 * @param marked at least one character; a space at the end of a line
 */
record Excerpt(int line, String before, String marked, String after) {
    private static final int CONTEXT = 70;
    private static final int LONGEST_MARK = 80;

    static Excerpt of(Span span) {
        String text = span.file().lineText(span.line());
        int length = text.codePointCount(0, text.length());
        int start = Math.min(span.column() - 1, length);
        int end = span.endLine() == span.line() ? Math.min(span.endColumn() - 1, length) : length;
        return of(span.line(), text, start, Math.max(start, end));
    }

    private static Excerpt of(int line, String text, int start, int end) {
        String before = slice(text, 0, start);
        String marked = slice(text, start, end).stripTrailing();
        String after = slice(text, end, text.codePointCount(0, text.length()));
        return new Excerpt(
                line,
                Printable.of(before.length() > CONTEXT ? "…" + tail(before) : before),
                Printable.of(marked.length() > LONGEST_MARK ? head(marked, LONGEST_MARK) + "…" : marked),
                Printable.of(after.length() > CONTEXT ? head(after, CONTEXT) + "…" : after));
    }

    private static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static String head(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static String tail(String text) {
        int start = text.length() - CONTEXT;
        return text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }

    String text() {
        return before + marked + after;
    }

    /** Blanks up to the mark, then the mark. */
    String underline(char mark) {
        int width = Math.max(1, marked.codePointCount(0, marked.length()));
        return " ".repeat(before.codePointCount(0, before.length()))
                + String.valueOf(mark).repeat(width);
    }
}
