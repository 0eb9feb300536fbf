package dev.waymark;

import dev.waymark.lock.Lock;
import dev.waymark.source.PlainFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folders of units in a rendered directory, told by their locks: it may be the directory of a fleet, of a cluster or
 * of one unit.
 *
 * @param files all that lie in it, by path
 * @param locks the folders with a lock, each with {@code /} at its end unless it is the directory itself
 * @param setsAbove whether it is a cluster or a unit of a fleet that ApplicationSets deliver
 */
record RenderedFolders(SortedMap<String, PlainFile> files, SortedSet<String> locks, boolean setsAbove) {
    private static final int CLUSTER_AND_UNIT = 2;

    static RenderedFolders of(List<PlainFile> found, boolean setsAbove) {
        SortedMap<String, PlainFile> files = new TreeMap<>();
        SortedSet<String> locks = new TreeSet<>();
        for (PlainFile file : found) {
            files.put(file.path(), file);
            boolean lock = file.path().equals(Lock.FILE_NAME) || file.path().endsWith("/" + Lock.FILE_NAME);
            String folder = file.path().substring(0, file.path().length() - (lock ? Lock.FILE_NAME.length() : 0));
            if (lock && depth(folder) <= CLUSTER_AND_UNIT) {
                locks.add(folder);
            }
        }
        return new RenderedFolders(files, locks, setsAbove);
    }

    private static long depth(String folder) {
        return folder.chars().filter(sign -> sign == '/').count();
    }

    /** The clusters of a fleet, in whose folders the units lie; one without a name where there is no fleet. */
    List<Optional<String>> clusters() {
        SortedSet<String> names = new TreeSet<>();
        locks.stream()
                .filter(folder -> depth(folder) == CLUSTER_AND_UNIT)
                .forEach(folder -> names.add(folder.substring(0, folder.indexOf('/'))));
        List<Optional<String>> clusters = new ArrayList<>();
        names.forEach(name -> clusters.add(Optional.of(name)));
        return clusters.isEmpty() ? List.of(Optional.empty()) : clusters;
    }

    /** The units of a cluster. */
    List<String> units(Optional<String> cluster) {
        return locks.stream()
                .filter(folder -> cluster.map(
                                name -> depth(folder) == CLUSTER_AND_UNIT && folder.startsWith(name + "/"))
                        .orElse(true))
                .toList();
    }

    /** What lies in no folder of a unit. */
    List<PlainFile> others() {
        return files.values().stream()
                .filter(file -> locks.stream().noneMatch(unit -> file.path().startsWith(unit)))
                .toList();
    }

    /** What lies in the folder of a unit, by the path in it. */
    SortedMap<String, PlainFile> in(String unit) {
        SortedMap<String, PlainFile> inside = new TreeMap<>();
        files.tailMap(unit).entrySet().stream()
                .takeWhile(file -> file.getKey().startsWith(unit))
                .forEach(file -> inside.put(file.getKey().substring(unit.length()), file.getValue()));
        return inside;
    }

    /** Whether something of ours orders the layers: delivery objects of the unit, or sets of the fleet. */
    boolean isDelivered(String unit) {
        boolean sets = setsAbove || (locks.contains(FleetNames.SETS + "/") && depth(unit) == CLUSTER_AND_UNIT);
        return sets
                || in(unit).keySet().stream().anyMatch(path -> path.startsWith("argocd/") || path.startsWith("flux/"));
    }
}
