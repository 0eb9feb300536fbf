package dev.waymark.diagnostic;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects diagnostics; the same one twice counts once, and one that the author allowed does not count. Of each severity
 * the first ten thousand are kept.
 */
public final class DiagnosticLog {
    /** Nobody reads more, and a file may be one mistake a million times. */
    private static final int MOST_OF_A_SEVERITY = 10_000;

    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    private final Suppressions suppressions = new Suppressions();
    private final Set<Code> leftOut = EnumSet.noneOf(Code.class);
    private boolean errors;

    /** Takes a suppression, which counts for what is added later. */
    public void suppress(Suppression suppression) {
        suppression.fault().ifPresentOrElse(this::keep, () -> suppressions.add(suppression));
    }

    /** Ignores what is added later with a code. */
    public void leaveOut(Code code) {
        leftOut.add(code);
    }

    public void add(Diagnostic diagnostic) {
        if (leftOut.contains(diagnostic.code())) {
            return;
        }
        Optional<Suppression> suppression = suppressions.use(diagnostic);
        if (suppression.isEmpty()) {
            keep(diagnostic);
        } else if (diagnostic.isError()) {
            keep(diagnostic);
            keep(suppression.get().ofAnError());
        }
    }

    public void addAll(Iterable<Diagnostic> more) {
        more.forEach(this::add);
    }

    /** To be called behind the last rule. An error may have kept a rule from running: then nobody knows what is unused. */
    public void reportUnusedSuppressions() {
        if (!errors) {
            suppressions.unused().forEach(suppression -> keep(suppression.unused()));
        }
    }

    private void keep(Diagnostic diagnostic) {
        boolean full = counts.getOrDefault(diagnostic.severity(), 0) == MOST_OF_A_SEVERITY;
        if (!full && diagnostics.add(diagnostic)) {
            counts.merge(diagnostic.severity(), 1, Integer::sum);
        }
        errors |= diagnostic.isError();
    }

    /** Whether a gate must stop here. */
    public boolean hasErrors() {
        return errors;
    }

    /** Whether anything is as bad as {@code threshold}, or worse. */
    public boolean has(Severity threshold) {
        return diagnostics.stream().anyMatch(found -> found.severity().compareTo(threshold) <= 0);
    }

    /** All of them, by file and position. */
    public List<Diagnostic> sorted() {
        return diagnostics.stream().sorted().toList();
    }
}
