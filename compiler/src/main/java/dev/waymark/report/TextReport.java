package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Diagnostic.Related;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Diagnostics for people: what is wrong, the line where it stands, what follows in the mesh, and the way out. */
public final class TextReport {
    /** As many as somebody mends before the next run; the worst ones come first into this number. */
    static final int IN_FULL = 20;

    private static final int INDENT = 4;

    private final Page page;
    private final Style style;

    public TextReport(Page page) {
        this.page = page;
        this.style = page.style();
    }

    /** An empty line stands behind each; those that are too many are counted. */
    public String print(List<Diagnostic> found) {
        List<Diagnostic> diagnostics = joined(found);
        Set<Diagnostic> worst = diagnostics.stream()
                .sorted(Comparator.comparing(Diagnostic::severity))
                .limit(IN_FULL)
                .collect(Collectors.toCollection(HashSet::new));
        StringBuilder text = new StringBuilder();
        List<Diagnostic> rest = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (worst.remove(diagnostic)) {
                text.append(print(diagnostic)).append('\n');
            } else {
                rest.add(diagnostic);
            }
        }
        return rest.isEmpty() ? text.toString() : text.append(count(rest)).toString();
    }

    /** What several clusters of a fleet share is one mistake to whoever mends it. */
    static List<Diagnostic> joined(List<Diagnostic> found) {
        Map<Diagnostic, List<String>> clusters = new LinkedHashMap<>();
        for (Diagnostic diagnostic : found) {
            List<String> names = clusters.computeIfAbsent(diagnostic.anywhere(), each -> new ArrayList<>());
            diagnostic.cluster().ifPresent(names::add);
        }
        return clusters.entrySet().stream()
                .map(entry -> entry.getValue().isEmpty()
                        ? entry.getKey()
                        : entry.getKey().in(String.join(", ", entry.getValue())))
                .toList();
    }

    private String count(List<Diagnostic> rest) {
        String words = Summary.of(rest).words() + " more; waymark validate --format json has all of them";
        return style.strong(String.join("\n", page.lines(words, 0, INDENT))) + "\n\n";
    }

    private String print(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        Sentences sentences = Sentences.of(diagnostic);
        String head = diagnostic.severity().word() + "[" + diagnostic.code().id() + "]";
        String message = String.join("\n", page.lines(": " + sentences.message(), head.length(), INDENT));
        lines.add(style.severity(diagnostic.severity(), head) + style.strong(message));
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
        int used = gutter.length() + 3;
        Excerpt excerpt = Excerpt.of(span, page.width() - used);
        String number = Integer.toString(excerpt.line());
        String padding = " ".repeat(gutter.length() - number.length());
        String bar = gutter + style.frame(" |");
        lines.add(gutter + style.frame(arrow) + " " + Printable.of(span.toString()));
        lines.add(bar);
        lines.add((padding + style.frame(number + " |") + " " + excerpt.text()).stripTrailing());
        for (String below : underline(excerpt.underline(mark), Printable.of(label), page.width() - used)) {
            lines.add(bar + " " + style.strong(below));
        }
    }

    /** The label stands behind the mark, or below where there is no room. */
    private static List<String> underline(String mark, String label, int room) {
        if (label.isEmpty()) {
            return List.of(mark);
        }
        return Cells.of(mark) + 1 + Cells.of(label) > room ? List.of(mark, label) : List.of(mark + " " + label);
    }

    private String note(String gutter, String words) {
        int indent = gutter.length() + 3;
        return gutter + style.frame(" =") + " " + String.join("\n", page.lines(words, indent, indent));
    }
}
