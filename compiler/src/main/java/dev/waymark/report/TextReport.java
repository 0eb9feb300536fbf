package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Diagnostic.Related;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Diagnostics for people: what is wrong, the line where it stands, what follows in the mesh, and the way out. */
public final class TextReport {
    private final Style style;

    public TextReport(Style style) {
        this.style = style;
    }

    /** All of them, an empty line behind each. */
    public String print(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        diagnostics.forEach(diagnostic -> text.append(print(diagnostic)).append('\n'));
        return text.toString();
    }

    private String print(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        String head = diagnostic.severity().word() + "[" + diagnostic.code().id() + "]";
        Sentences sentences = Sentences.of(diagnostic);
        lines.add(style.severity(diagnostic.severity(), head) + style.strong(": " + sentences.message()));
        String gutter = " ".repeat(gutterWidth(diagnostic));
        diagnostic.span().ifPresent(span -> frame(lines, gutter, "-->", '^', span, diagnostic.label()));
        for (Related related : diagnostic.related()) {
            frame(lines, gutter, ":::", '-', related.span(), related.message());
        }
        sentences.consequence().ifPresent(words -> lines.add(note(gutter, words)));
        sentences.help().ifPresent(words -> lines.add(note(gutter, words)));
        return String.join("\n", lines) + "\n";
    }

    private static int gutterWidth(Diagnostic diagnostic) {
        int last = diagnostic.span().map(Span::line).orElse(0);
        for (Related related : diagnostic.related()) {
            last = Math.max(last, related.span().line());
        }
        return Integer.toString(last).length();
    }

    private void frame(List<String> lines, String gutter, String arrow, char mark, Span span, String label) {
        Excerpt excerpt = Excerpt.of(span);
        String number = Integer.toString(excerpt.line());
        String padding = " ".repeat(gutter.length() - number.length());
        lines.add(gutter + style.frame(arrow) + " " + Printable.of(span.toString()));
        lines.add(gutter + style.frame(" |"));
        lines.add((padding + style.frame(number + " |") + " " + excerpt.text()).stripTrailing());
        lines.add(gutter + style.frame(" |") + " "
                + style.strong((excerpt.underline(mark) + " " + Printable.of(label)).stripTrailing()));
    }

    private String note(String gutter, String words) {
        return gutter + style.frame(" =") + " " + words;
    }
}
