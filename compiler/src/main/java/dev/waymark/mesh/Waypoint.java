package dev.waymark.mesh;

import dev.waymark.intent.WaypointIntent;
import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Ordered;
import java.util.List;
import java.util.Optional;

/**
 * A waypoint with all that is derived.
 *
 * @param unit whose folder it is rendered into
 * @param traffic stated, or derived from the consumers
 * @param admission who may attach, as its listener says it
 * @param intent what the author wrote
 */
public record Waypoint(
        ObjectName name,
        String unit,
        TrafficType traffic,
        Optional<String> revision,
        AllowedRoutes admission,
        List<Consumer> consumers,
        WaypointIntent intent) {
    public Waypoint {
        consumers = Ordered.list(consumers);
    }
}
