package dev.waymark;

import dev.waymark.lock.Lock;
import dev.waymark.review.ManifestText;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.source.PlainFile;
import dev.waymark.source.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The folders of units in a rendered directory, told by their locks: it may be the directory of a fleet, of a cluster or
 * of one unit.
 *
 * @param name of the directory
 * @param locks the folders with a lock, each with {@code /} at its end unless it is the directory itself
 */
record RenderedFolders(String name, FileTree tree, SortedSet<String> locks) {
    private static final int CLUSTER_AND_UNIT = 2;

    private static final Walk LOCKS = Walk.of(Lock.FILE_NAME).depth(CLUSTER_AND_UNIT + 1);
    private static final Walk MANIFESTS = Walk.of(".yaml", ".yml", ".json");

    /** Looks for the locks of a directory, or of anything else, which has none. */
    static RenderedFolders of(String name, FileTree tree) throws InputException {
        SortedSet<String> locks = new TreeSet<>();
        if (tree.isFolder(name)) {
            for (PlainFile file : tree.files(name, LOCKS)) {
                String path = file.path();
                if (path.equals(Lock.FILE_NAME) || path.endsWith("/" + Lock.FILE_NAME)) {
                    locks.add(path.substring(0, path.length() - Lock.FILE_NAME.length()));
                }
            }
        }
        return new RenderedFolders(name, tree, locks);
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
    List<PlainFile> others() throws InputException {
        return locks.contains("") ? List.of() : tree.files(name, MANIFESTS.without(locks));
    }

    /** A file by its path; empty if there is none. */
    Optional<ManifestText> file(String path) throws InputException {
        String file = tree.in(name, path);
        return tree.read(file).map(content -> new ManifestText(file, content));
    }

    /** Whether ApplicationSets of the fleet order the layers of a unit. */
    boolean hasSets(String unit) {
        return hasSetsAbove() || (locks.contains(FleetNames.SETS + "/") && depth(unit) == CLUSTER_AND_UNIT);
    }

    /** Whether they lie where those of a fleet would, if this is the directory of a cluster, or of a unit in one. */
    private boolean hasSetsAbove() {
        String lock = FleetNames.SETS + "/" + Lock.FILE_NAME;
        return tree.exists(tree.from(name, "../" + lock)) || tree.exists(tree.from(name, "../../" + lock));
    }
}
