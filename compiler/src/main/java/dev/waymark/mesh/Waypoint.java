package dev.waymark.mesh;

import dev.waymark.intent.WaypointIntent;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Ordered;
import java.util.List;
import java.util.Optional;

/**
 * A waypoint with all that is derived.
 *
 * @param unit whose folder it is rendered into
 * @param traffic stated, or derived from the consumers
 * @param admitted who may attach; the waypoint's own namespace if nobody is named
 * @param consumers its own, which its Gateway is derived from
 * @param guests consumers that other entries enroll, which change nothing of its Gateway
 * @param intent what the author wrote
 */
public record Waypoint(
        ObjectName name,
        String unit,
        Phase phase,
        TrafficType traffic,
        Optional<String> revision,
        Admitted admitted,
        List<Consumer> consumers,
        List<Consumer> guests,
        WaypointIntent intent) {
    public Waypoint {
        consumers = Ordered.list(consumers);
        guests = Ordered.list(guests);
    }

    /** Whether objects of a namespace are AttachmentDenied, whatever the labels of their namespace are. */
    public boolean surelyDenies(String namespace) {
        boolean nobody =
                admitted instanceof Admitted.Namespaces some && some.names().isEmpty();
        return nobody ? !namespace.equals(name.namespace()) : admitted.surelyLacks(namespace);
    }
}
