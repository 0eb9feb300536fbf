package dev.waymark.lower;

import dev.waymark.delivery.ObjectKey;
import dev.waymark.lower.Snapshot.Applied;
import dev.waymark.testing.Tree;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what came up, over many histories: what never does is not tested. */
record Happenings(SortedMap<String, Integer> tally) {
    Happenings() {
        this(new TreeMap<>());
    }

    void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    int of(String what) {
        return tally.getOrDefault(what, 0);
    }

    /** Counts what a commit changes. */
    void countChanges(Snapshot before, Snapshot after) {
        after.lingering()
                .values()
                .forEach(all ->
                        all.forEach(what -> count("lingers: " + what.what().word())));
        countGone(before, after);
        after.applied().forEach(each -> count(kind(each)));
        countChanges(labels(before), labels(after));
    }

    /** Counts waypoints and units that are there no more. */
    void countGone(Snapshot before, Snapshot after) {
        before.gateways().keySet().stream()
                .filter(waypoint -> !after.gateways().containsKey(waypoint))
                .forEach(waypoint -> count("a waypoint is gone"));
        before.lingering().keySet().stream()
                .filter(unit -> !after.lingering().containsKey(unit))
                .forEach(unit -> count("a unit is gone"));
    }

    private static String kind(Applied document) {
        String what = document.isPartial() ? "a part" : document.isOurs() ? "an external" : "a whole Namespace";
        return document.isLabelled() ? what : what + " without labels";
    }

    private static Map<ObjectKey, Tree> labels(Snapshot snapshot) {
        return snapshot.applied().stream().collect(Collectors.toMap(each -> World.key(each.object()), Applied::labels));
    }

    private void countChanges(Map<ObjectKey, Tree> before, Map<ObjectKey, Tree> after) {
        before.forEach((key, labels) -> {
            String waypoint = waypoint(labels);
            String other = waypoint(after.getOrDefault(key, new Tree(Map.of())));
            if (!after.containsKey(key)) {
                count("nothing more of a " + key.kind());
            } else if (!waypoint.isEmpty() && !waypoint.equals(other)) {
                count(other.isEmpty() ? "an object is withdrawn" : "an object moves");
            }
        });
    }

    private static String waypoint(Tree labels) {
        Object name = labels.map().getOrDefault("istio.io/use-waypoint", "");
        return name.equals("") ? "" : labels.map().getOrDefault("istio.io/use-waypoint-namespace", "") + "/" + name;
    }
}
