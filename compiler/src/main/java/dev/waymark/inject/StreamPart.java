package dev.waymark.inject;

import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document in a stream, with the mark before it.
 *
 * @param offset where it begins in the stream
 * @param line of its first line, from 1
 */
record StreamPart(String text, int offset, int line) {
    private static final String MARK = "---";
    private static final String END = "...";

    /**
     * Cuts a stream at its marks, which nothing within a document can be taken for (YAML 1.2 section 9.1.2), and leaves
     * directives and comments with the document that they stand before. The parts together are the stream.
     */
    static List<StreamPart> of(String stream) {
        List<StreamPart> parts = new ArrayList<>();
        int start = 0;
        int startLine = 1;
        int line = 1;
        boolean begun = false;
        for (int at = 0; at < stream.length(); line++) {
            boolean end = isMark(stream, at, END);
            int next = stream.indexOf('\n', at) + 1;
            next = next == 0 ? stream.length() : next;
            boolean mark = isMark(stream, at, MARK);
            if (mark && begun) {
                parts.add(new StreamPart(stream.substring(start, at), start, startLine));
                start = at;
                startLine = line;
            } else if (end) {
                parts.add(new StreamPart(stream.substring(start, next), start, startLine));
                start = next;
                startLine = line + 1;
            }
            begun = mark || (!end && (begun || isContent(stream, at, next)));
            at = next;
        }
        if (start < stream.length()) {
            parts.add(new StreamPart(stream.substring(start), start, startLine));
        }
        return parts;
    }

    private static boolean isContent(String stream, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(stream.charAt(at))) {
            at++;
        }
        return at < to && stream.charAt(at) != '#' && (at > from || stream.charAt(at) != '%');
    }

    private static boolean isMark(String stream, int at, String mark) {
        int behind = at + mark.length();
        return stream.startsWith(mark, at)
                && (behind == stream.length() || Character.isWhitespace(stream.charAt(behind)));
    }

    /** {@code line 7}: where a place in the document is in the stream. */
    String line(Span within) {
        return "line " + (line + within.line() - 1);
    }

    /** A place in the document, as one in the stream: its line counts there. */
    Optional<Span> placed(Optional<Span> within) {
        String before = "\n".repeat(line - 1);
        SourceFile stream = new SourceFile(SourceFile.STANDARD_INPUT, before + text);
        return within.map(span -> new Span(stream, span.start() + before.length(), span.end() + before.length()));
    }
}
