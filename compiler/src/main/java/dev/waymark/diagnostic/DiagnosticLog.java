package dev.waymark.diagnostic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects diagnostics; the same one twice counts once. */
public final class DiagnosticLog {
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private boolean errors;

    public void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        errors |= diagnostic.isError();
    }

    public void addAll(Iterable<Diagnostic> more) {
        more.forEach(this::add);
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
