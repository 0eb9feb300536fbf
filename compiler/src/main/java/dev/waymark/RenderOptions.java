package dev.waymark;

import dev.waymark.output.OutputWriter.Mode;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How to render into a directory.
 *
 * @param settle whether what lingers from earlier renders is dropped
 * @param removedUnits units without documents that are to be taken back
 */
public record RenderOptions(Mode mode, boolean settle, SortedSet<String> removedUnits) {
    public RenderOptions {
        removedUnits = Collections.unmodifiableSortedSet(new TreeSet<>(removedUnits));
    }

    public static RenderOptions of(Mode mode) {
        return new RenderOptions(mode, false, new TreeSet<>());
    }
}
