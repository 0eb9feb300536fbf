package dev.waymark.diagnostic;

import dev.waymark.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The suppressions that may take something away, and which of them did. */
final class Suppressions {
    /** What a suppression counts for; two that say the same are used together. */
    private record Target(SourceFile file, int line, String code) {}

    private final List<Suppression> all = new ArrayList<>();
    private final Map<Target, Suppression> byTarget = new HashMap<>();
    private final Set<Target> used = new HashSet<>();

    void add(Suppression suppression) {
        all.add(suppression);
        byTarget.put(target(suppression), suppression);
    }

    /** The one that counts for a diagnostic; from now on it is used. */
    Optional<Suppression> use(Diagnostic diagnostic) {
        Optional<Target> target = diagnostic
                .span()
                .map(span ->
                        new Target(span.file(), span.line(), diagnostic.code().id()))
                .filter(byTarget::containsKey);
        target.ifPresent(used::add);
        return target.map(byTarget::get);
    }

    List<Suppression> unused() {
        return all.stream()
                .filter(suppression -> !used.contains(target(suppression)))
                .toList();
    }

    private static Target target(Suppression suppression) {
        return new Target(suppression.span().file(), suppression.line(), suppression.code());
    }
}
