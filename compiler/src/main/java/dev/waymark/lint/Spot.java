package dev.waymark.lint;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A place that belongs to a mistake, and what is said beside it. */
record Spot(Optional<Span> place, String words) {
    static Spot of(Optional<Span> place, String words) {
        return new Spot(place, words);
    }

    /**
     * Puts a diagnostic at the first of its places that may be complained of; the others are related to it.
     *
     * @return empty where none of them may be
     */
    static Optional<Diagnostic> put(Subject subject, Diagnostic diagnostic, Spot... spots) {
        return put(subject, diagnostic, Arrays.asList(spots));
    }

    static Optional<Diagnostic> put(Subject subject, Diagnostic diagnostic, List<Spot> spots) {
        return spots.stream()
                .filter(spot -> subject.judges(spot.place))
                .findFirst()
                .map(own -> own.others(spots, diagnostic.at(own.place.orElseThrow(), own.words)));
    }

    private Diagnostic others(List<Spot> spots, Diagnostic diagnostic) {
        Diagnostic all = diagnostic;
        for (Spot spot : spots) {
            if (spot.place.isPresent() && !spot.place.equals(place)) {
                all = all.and(spot.place.get(), spot.words);
            }
        }
        return all;
    }
}
