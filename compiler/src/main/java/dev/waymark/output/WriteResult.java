package dev.waymark.output;

import dev.waymark.lock.Lingering;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a render wrote and removed, as paths relative to the output directory; locks count as files.
 *
 * @param lingering what lingers in each unit
 * @param refused clusters of a fleet whose folders were left as they were
 */
public record WriteResult(
        SortedSet<String> written,
        SortedSet<String> removed,
        int unchanged,
        SortedMap<String, SortedSet<Lingering>> lingering,
        SortedSet<String> refused) {
    public static final WriteResult NOTHING =
            new WriteResult(new TreeSet<>(), new TreeSet<>(), 0, new TreeMap<>(), new TreeSet<>());

    public WriteResult {
        written = Collections.unmodifiableSortedSet(written);
        removed = Collections.unmodifiableSortedSet(removed);
        lingering = Collections.unmodifiableSortedMap(lingering);
        refused = Collections.unmodifiableSortedSet(refused);
    }

    /** The result of one directory. */
    WriteResult(
            SortedSet<String> written,
            SortedSet<String> removed,
            int unchanged,
            SortedMap<String, SortedSet<Lingering>> lingering) {
        this(written, removed, unchanged, lingering, new TreeSet<>());
    }

    /** That of a cluster that was refused. */
    public static WriteResult refused(String cluster) {
        return new WriteResult(new TreeSet<>(), new TreeSet<>(), 0, new TreeMap<>(), new TreeSet<>(List.of(cluster)));
    }

    /**
     * Both together.
     *
     * @param prefix before the paths and units of the other one
     */
    public WriteResult and(WriteResult other, String prefix) {
        SortedSet<String> allWritten = new TreeSet<>(written);
        other.written.forEach(path -> allWritten.add(prefix + path));
        SortedSet<String> allRemoved = new TreeSet<>(removed);
        other.removed.forEach(path -> allRemoved.add(prefix + path));
        SortedMap<String, SortedSet<Lingering>> allLingering = new TreeMap<>(lingering);
        other.lingering.forEach((unit, what) -> allLingering.put(prefix + unit, what));
        SortedSet<String> allRefused = new TreeSet<>(refused);
        allRefused.addAll(other.refused);
        return new WriteResult(allWritten, allRemoved, unchanged + other.unchanged, allLingering, allRefused);
    }
}
