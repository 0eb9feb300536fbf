package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.mesh.Consumer;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.TrafficType;
import dev.waymark.mesh.Waypoint;
import dev.waymark.source.Span;
import java.util.stream.Stream;

/** WM2017: consumers of both kinds, and nobody said that the waypoint should take both. */
final class MixedTraffic implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        return mesh.waypoints().stream()
                .filter(waypoint -> waypoint.intent().traffic().isEmpty() && waypoint.traffic() == TrafficType.ALL)
                .map(MixedTraffic::describe);
    }

    private static Diagnostic describe(Waypoint waypoint) {
        return Diagnostic.of(Code.MIXED_TRAFFIC, waypoint.name())
                .at(waypoint.intent().name().span(), "takes services or workloads?")
                .and(first(waypoint, TrafficType.SERVICE), "a service consumer")
                .and(first(waypoint, TrafficType.WORKLOAD), "a workload consumer");
    }

    private static Span first(Waypoint waypoint, TrafficType traffic) {
        return waypoint.consumers().stream()
                .filter(consumer -> consumer.traffic() == traffic)
                .map(Consumer::span)
                .findFirst()
                .orElseThrow();
    }
}
