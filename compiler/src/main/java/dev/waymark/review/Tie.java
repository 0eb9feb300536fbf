package dev.waymark.review;

import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Ordered;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How the targets of a namespace and a waypoint belong together before and after: what a picture of a change is drawn
 * from. All ties of the waypoints and namespaces are there that the change touches, those that stay as well.
 *
 * @param waypoint empty for targets that go direct
 * @param targets how many, by kind as in manifests
 */
public record Tie(
        Optional<String> cluster,
        String namespace,
        Optional<ObjectName> waypoint,
        State state,
        SortedMap<String, Long> targets) {
    /** What the change does to it. */
    public enum State {
        GONE,
        NEW,
        /** The same waypoint, with another canary or with other ingress. */
        CHANGED,
        SAME
    }

    public Tie {
        targets = Ordered.sorted(targets);
    }
}
