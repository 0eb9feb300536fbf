package dev.waymark.report;

import dev.waymark.kube.Ordered;
import dev.waymark.routing.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is drawn of a mesh: namespaces on one side, waypoints on the other, and who uses which. Namespaces that use the
 * same waypoints in the same way stand for each other once there are many.
 */
record Picture(List<Group> groups, List<Node> waypoints, List<Edge> edges) {
    /** So many can be told apart on one page. */
    private static final int SINGLE = 30;

    private static final int LARGEST = 40;

    /**
     * Some namespaces.
     *
     * @param direct targets without a waypoint, all namespaces together
     */
    record Group(List<String> namespaces, long direct) {
        Group {
            namespaces = Ordered.list(namespaces);
        }

        String name() {
            return namespaces.size() == 1 ? namespaces.get(0) : namespaces.size() + " namespaces";
        }

        /** Whom a group of many stands for, and what goes direct. */
        String details() {
            List<String> words = new ArrayList<>();
            if (namespaces.size() > 1) {
                words.add(namespaces.get(0) + ", " + namespaces.get(1) + (namespaces.size() > 2 ? ", …" : ""));
            }
            if (direct > 0) {
                words.add(direct + " direct");
            }
            return String.join("; ", words);
        }
    }

    /**
     * A waypoint, or one of this name in each of some namespaces.
     *
     * @param copies how many waypoints it stands for
     */
    record Node(String name, int copies) {
        String details() {
            return copies == 1 ? "" : "in each of " + copies + " namespaces";
        }
    }

    /** How targets and a waypoint belong together, or what a change does to that. */
    enum Way {
        THROUGH(""),
        CANARY(""),
        REFUSED(""),
        UNKNOWN(""),
        NEW("new"),
        GONE("gone"),
        CHANGED("changed");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /** What a picture of a change says beside the line; empty for what stays. */
        String word() {
            return word;
        }

        /** Whether traffic does not take it, or no longer. */
        boolean isLoss() {
            return this == REFUSED || this == GONE;
        }

        boolean isChange() {
            return !word.isEmpty();
        }
    }

    /**
     * Targets of a group that use a waypoint, or are refused by it.
     *
     * @param words how many of which kind, and why they are refused
     */
    record Edge(int group, int waypoint, Way way, String words) {
        /** The words, with that of a change ahead of them. */
        String label() {
            return way.isChange() ? way.word() + ": " + words : words;
        }
    }

    Picture {
        groups = Ordered.list(groups);
        waypoints = Ordered.list(waypoints);
        edges = Ordered.list(edges);
    }

    static Picture of(List<Route> routes) {
        SortedMap<String, Usage> usages = new TreeMap<>();
        routes.forEach(route -> usages.computeIfAbsent(route.target().namespace(), name -> new Usage())
                .add(route));
        return ofUsages(usages);
    }

    /** Of namespaces by the names that are drawn. */
    static Picture ofUsages(SortedMap<String, Usage> usages) {
        return new PictureBuilder(usages, usages.size() > SINGLE, LARGEST).build();
    }

    /** {@code 3 services, 1 workload}. */
    static String words(SortedMap<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> Count.of(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
