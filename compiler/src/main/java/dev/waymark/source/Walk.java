package dev.waymark.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which of the files below a folder are meant. What is hidden never is.
 *
 * @param depth how many folders deep at most
 * @param closed folders that are not looked into, relative to where the walk begins, with {@code /} at the end
 * @param suffixes how the names end
 */
public record Walk(int depth, SortedSet<String> closed, List<String> suffixes) {
    public Walk {
        closed = Collections.unmodifiableSortedSet(new TreeSet<>(closed));
        suffixes = Collections.unmodifiableList(new ArrayList<>(suffixes));
    }

    /** All files whose names end in one of some suffixes. */
    public static Walk of(String... suffixes) {
        return new Walk(Integer.MAX_VALUE, new TreeSet<>(), List.of(suffixes));
    }

    public Walk depth(int most) {
        return new Walk(most, closed, suffixes);
    }

    public Walk without(SortedSet<String> folders) {
        return new Walk(depth, folders, suffixes);
    }

    boolean takes(String file) {
        return suffixes.stream().anyMatch(file::endsWith);
    }

    boolean enters(String folder) {
        return !closed.contains(folder + "/");
    }
}
