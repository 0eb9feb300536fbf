package dev.waymark.mesh;

import dev.waymark.kube.ObjectRef;
import dev.waymark.source.Span;
import java.util.Optional;

/**
 * An object that is enrolled in a waypoint.
 *
 * @param unit the one whose document enrolls it
 * @param ingress whether ingress gateways go through the waypoint too; empty where this entry does not say it
 * @param span the line that enrolls it
 */
public record Consumer(ObjectRef target, String unit, Optional<Boolean> ingress, Span span) {
    /** What its inbound traffic is addressed to; of a namespace the services are meant. */
    public TrafficType traffic() {
        return target.kind().isService() ? TrafficType.SERVICE : TrafficType.WORKLOAD;
    }
}
