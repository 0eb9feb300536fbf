package dev.waymark.output;

import java.util.Collections;
import java.util.SortedSet;

/** What a render wrote and removed, as paths relative to the output directory; locks count as files. */
public record WriteResult(SortedSet<String> written, SortedSet<String> removed, int unchanged) {
    public WriteResult {
        written = Collections.unmodifiableSortedSet(written);
        removed = Collections.unmodifiableSortedSet(removed);
    }
}
