package dev.waymark.diagnostic;

import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One mistake, with its place, what follows from it and the way out.
 *
 * @param span where; empty for what has no place in an input, such as a file of the output
 * @param subject the span of the value that it is about, where that is not the one at {@code span}: what is missing has none
 * @param label what stands under the mark in the code frame
 * @param related other places that belong to it, such as the other side of a conflict
 * @param consequence what would happen in the mesh
 * @param cluster the one of a fleet in which it is wrong; empty if it is in all of them, or there is no fleet
 */
public record Diagnostic(
        Code code,
        Severity severity,
        String message,
        Optional<Span> span,
        Optional<Span> subject,
        String label,
        List<Related> related,
        String consequence,
        String help,
        Optional<String> cluster)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic diagnostic) -> diagnostic.span.orElse(null),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message)
            .thenComparing(found -> found.cluster.orElse(""));

    /** Another place that belongs to a diagnostic. */
    public record Related(String message, Span span) {}

    public Diagnostic {
        related = Collections.unmodifiableList(new ArrayList<>(related));
    }

    /**
     * A diagnostic without a place.
     *
     * @param arguments what fills the gaps of the code's sentences
     */
    public static Diagnostic of(Code code, Object... arguments) {
        return new Diagnostic(
                code,
                code.severity(),
                code.message(arguments),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                code.consequence(arguments),
                code.help(arguments),
                Optional.empty());
    }

    public Diagnostic at(Span place) {
        return at(place, "");
    }

    public Diagnostic at(Span place, String words) {
        return new Diagnostic(
                code, severity, message, Optional.of(place), subject, words, related, consequence, help, cluster);
    }

    /** Adds another place. */
    public Diagnostic and(Span place, String words) {
        List<Related> more = new ArrayList<>(related);
        more.add(new Related(words, place));
        return new Diagnostic(code, severity, message, span, subject, label, more, consequence, help, cluster);
    }

    /** Adds more places, all with the same words. */
    public Diagnostic andEach(Iterable<Span> places, String words) {
        Diagnostic diagnostic = this;
        for (Span place : places) {
            diagnostic = diagnostic.and(place, words);
        }
        return diagnostic;
    }

    /** Reports it as more or less than its code mostly is; what is always an error cannot be less. */
    public Diagnostic as(Severity other) {
        if (other != Severity.ERROR && code.isAlwaysError()) {
            throw new IllegalArgumentException(code + " is not listed as sometimes milder than an error");
        }
        return new Diagnostic(code, other, message, span, subject, label, related, consequence, help, cluster);
    }

    /** Says what it is about, where that is not the value at its place. */
    public Diagnostic about(Span value) {
        return new Diagnostic(
                code, severity, message, span, Optional.of(value), label, related, consequence, help, cluster);
    }

    /** Replaces the way out by a better one. */
    public Diagnostic help(String better) {
        return new Diagnostic(code, severity, message, span, subject, label, related, consequence, better, cluster);
    }

    /** Says in which cluster of a fleet it is wrong. */
    public Diagnostic in(String fleetCluster) {
        return in(Optional.of(fleetCluster));
    }

    /** The same, whatever the cluster. */
    public Diagnostic anywhere() {
        return in(Optional.empty());
    }

    private Diagnostic in(Optional<String> where) {
        return new Diagnostic(code, severity, message, span, subject, label, related, consequence, help, where);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** By file and position; those without a place come last. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
