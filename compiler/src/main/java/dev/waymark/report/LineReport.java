package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.review.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * A message for a log that programs look through: {@code file:line:column WM1002 message} on one line, which they turn
 * into a link, and what follows from it and the way out on lines of their own, further in.
 */
public final class LineReport {
    private static final String INDENT = "    ";

    private LineReport() {}

    /** An effect in one line, which begins with the line that was written for it, if there is one. */
    public static String line(Effect effect) {
        String place = effect.cause()
                .filter(cause -> !cause.removed())
                .map(cause -> Printable.of(cause.span().toString()) + " ")
                .orElse("");
        return place + effect.grade().word() + " " + effect.rule().word() + ": "
                + Sentences.of(effect).message();
    }

    /** The lines of a message; what has no place begins with its code. */
    public static List<String> lines(Diagnostic diagnostic) {
        List<String> lines = placeless(diagnostic);
        String place = diagnostic
                .span()
                .map(span -> Printable.of(span.toString()) + " ")
                .orElse("");
        lines.set(0, place + lines.get(0));
        return lines;
    }

    /** The same for who knows the place. */
    public static List<String> placeless(Diagnostic diagnostic) {
        Sentences sentences = Sentences.of(diagnostic);
        List<String> lines = new ArrayList<>();
        lines.add(diagnostic.code().id() + " " + sentences.message());
        diagnostic.related().forEach(other -> lines.add(INDENT + Printable.of(other.span() + " " + other.message())));
        sentences.consequence().ifPresent(words -> lines.add(INDENT + words));
        sentences.help().ifPresent(words -> lines.add(INDENT + words));
        return lines;
    }
}
