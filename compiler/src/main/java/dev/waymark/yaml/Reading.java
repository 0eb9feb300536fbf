package dev.waymark.yaml;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was met where manifests were read, beside the objects that were handed on.
 *
 * @param files how many there were
 * @param skipped what was not read, at most one for a file
 * @param passedOver how many objects are of kinds that nobody asks for
 * @param intents the beginning of the first intent in each file
 */
public record Reading(int files, List<Diagnostic> skipped, long passedOver, List<Span> intents) {
    /** Where nothing was to be read. */
    public static final Reading NONE = new Reading(0, List.of(), 0, List.of());

    public Reading {
        skipped = Collections.unmodifiableList(new ArrayList<>(skipped));
        intents = Collections.unmodifiableList(new ArrayList<>(intents));
    }
}
