package dev.waymark.lock;

import dev.waymark.kube.Ordered;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lock of a unit.
 *
 * @param files path, relative to the lock, to fingerprint: what the last finished render left
 * @param pending what a render that is under way, or died, was about to leave; an empty value stands for a removal
 * @param lingering what the last finished render left though the documents no longer ask for it
 */
public record Lock(
        SortedMap<String, String> files, SortedMap<String, Optional<String>> pending, SortedSet<Lingering> lingering) {
    public static final String FILE_NAME = "waymark.lock";

    public static final Lock EMPTY = new Lock(new TreeMap<>(), new TreeSet<>());

    public Lock {
        files = Ordered.sorted(files);
        pending = Ordered.sorted(pending);
        lingering = Collections.unmodifiableSortedSet(new TreeSet<>(lingering));
    }

    /** The lock of a finished render. */
    public Lock(SortedMap<String, String> files, SortedSet<Lingering> lingering) {
        this(files, new TreeMap<>(), lingering);
    }

    /** Every path that is or may be ours. */
    public SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(pending.keySet());
        return paths;
    }

    /** Whether the render that wrote this lock did not come to its end. */
    public boolean isUnfinished() {
        return !pending.isEmpty();
    }

    /** Whether a file with this content was left by a render, finished or not. */
    public boolean wrote(String path, String fingerprint) {
        return fingerprint.equals(files.get(path))
                || pending.getOrDefault(path, Optional.empty())
                        .filter(fingerprint::equals)
                        .isPresent();
    }
}
