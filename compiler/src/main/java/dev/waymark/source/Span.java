package dev.waymark.source;

import java.util.Comparator;

/**
 * A stretch of a text.
 *
 * @param start offset of the first code point
 * @param end offset behind the last one, never before {@code start}
 */
public record Span(SourceFile file, int start, int end) implements Comparable<Span> {
    private static final Comparator<Span> ORDER = Comparator.comparing((Span span) -> span.file.name())
            .thenComparingInt(Span::start)
            .thenComparingInt(Span::end);

    /** From the start of this span to the end of a later one in the same file. */
    public Span to(Span last) {
        return new Span(file, start, Math.max(end, last.end));
    }

    public int line() {
        return file.line(start);
    }

    public int column() {
        return file.column(start);
    }

    public int endLine() {
        return file.line(end);
    }

    public int endColumn() {
        return file.column(end);
    }

    /** By file name, then by position. */
    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file.name() + ":" + line() + ":" + column();
    }
}
