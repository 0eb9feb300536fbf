package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Diagnostic.Related;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A diagnostic in a few lines of text, each of which begins with words of ours. */
final class ProblemLines {
    private static final int LONGEST_LINE = 600;
    private static final int MOST_RELATED = 3;

    private ProblemLines() {}

    static String of(Diagnostic diagnostic) {
        Sentences sentences = Sentences.of(diagnostic);
        List<String> lines = new ArrayList<>();
        lines.add(diagnostic.severity().word() + "[" + diagnostic.code().id() + "]: " + sentences.message());
        diagnostic.span().ifPresent(span -> lines.add("  at " + place(span)));
        for (Related related : diagnostic.related().stream().limit(MOST_RELATED).toList()) {
            lines.add("  see " + place(related.span()) + ": " + related.message());
        }
        sentences.consequence().ifPresent(words -> lines.add("  " + words));
        sentences.help().ifPresent(words -> lines.add("  " + words));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Shortened.of(line, LONGEST_LINE)).append('\n'));
        return text.toString();
    }

    private static String place(Span span) {
        String file = Shortened.of(FileName.inRepository(span.file().name()), Markdown.LONGEST_NAME);
        return file + ":" + span.line() + ":" + span.column();
    }
}
