package dev.waymark.diagnostic;

import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The suppressions that may take something away, and which of them did. */
final class Suppressions {
    /** What a suppression counts for; two that say the same are used together. */
    private record Target(SourceFile file, int line, String code) {}

    /** Where suppressions of a code are looked for. */
    private record Place(SourceFile file, String code) {}

    private final List<Suppression> all = new ArrayList<>();
    private final Map<Place, NavigableMap<Integer, Suppression>> byPlace = new HashMap<>();
    private final Set<Target> used = new HashSet<>();

    void add(Suppression suppression) {
        all.add(suppression);
        byPlace.computeIfAbsent(new Place(suppression.span().file(), suppression.code()), place -> new TreeMap<>())
                .put(suppression.line(), suppression);
    }

    /** The one that counts for a diagnostic; from now on it is used. */
    Optional<Suppression> use(Diagnostic diagnostic) {
        Optional<Suppression> found = diagnostic.span().flatMap(span -> find(span, diagnostic.code()));
        found.ifPresent(suppression -> used.add(target(suppression)));
        return found;
    }

    private Optional<Suppression> find(Span span, Code code) {
        NavigableMap<Integer, Suppression> there = byPlace.get(new Place(span.file(), code.id()));
        return Optional.ofNullable(there)
                .map(lines -> lines.floorEntry(span.line()))
                .map(Map.Entry::getValue)
                .filter(suppression -> span.line() <= suppression.lastLine());
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
