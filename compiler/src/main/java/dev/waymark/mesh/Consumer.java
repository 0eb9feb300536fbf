package dev.waymark.mesh;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.source.Span;

/**
 * An object that is enrolled in a waypoint.
 *
 * @param span the line that enrolls it
 */
public record Consumer(ObjectRef target, Span span) {
    /** What its inbound traffic is addressed to; of a namespace the services are meant. */
    public TrafficType traffic() {
        return target.kind().labelsAt() == Kind.LabelsAt.METADATA ? TrafficType.SERVICE : TrafficType.WORKLOAD;
    }
}
