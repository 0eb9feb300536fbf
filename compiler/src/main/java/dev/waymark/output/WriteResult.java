package dev.waymark.output;

import dev.waymark.lock.Lingering;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a render wrote and removed, as paths relative to the output directory; locks count as files.
 *
 * @param lingering what lingers in each unit
 */
public record WriteResult(
        SortedSet<String> written,
        SortedSet<String> removed,
        int unchanged,
        SortedMap<String, SortedSet<Lingering>> lingering) {
    public static final WriteResult NOTHING = new WriteResult(new TreeSet<>(), new TreeSet<>(), 0, new TreeMap<>());

    public WriteResult {
        written = Collections.unmodifiableSortedSet(written);
        removed = Collections.unmodifiableSortedSet(removed);
        lingering = Collections.unmodifiableSortedMap(lingering);
    }
}
