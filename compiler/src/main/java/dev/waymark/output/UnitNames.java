package dev.waymark.output;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The units that a render is about.
 *
 * @param stated those that have documents
 * @param removed those that had, and are to be taken back
 */
public record UnitNames(SortedSet<String> stated, SortedSet<String> removed) {
    public UnitNames {
        stated = Collections.unmodifiableSortedSet(new TreeSet<>(stated));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    /** Units with documents only. */
    public static UnitNames of(Collection<String> stated) {
        return new UnitNames(new TreeSet<>(stated), new TreeSet<>());
    }
}
