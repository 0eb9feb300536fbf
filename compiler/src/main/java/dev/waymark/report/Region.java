package dev.waymark.report;

import dev.waymark.source.Span;

/** A stretch of a file: lines and columns from 1, columns in code points, the end behind the last one. */
record Region(int line, int column, int endLine, int endColumn) {
    /** Where a message points to that has no place of its own. */
    static final Region START = new Region(1, 1, 1, 1);

    static Region of(Span span) {
        return new Region(span.line(), span.column(), span.endLine(), span.endColumn());
    }
}
