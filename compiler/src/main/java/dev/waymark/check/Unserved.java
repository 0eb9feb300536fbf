package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.mesh.External;
import dev.waymark.mesh.Resolution;
import java.util.stream.Stream;

/** Wildcards that Istio's webhook accepts and a waypoint does not serve, or only where istiod is told to. */
final class Unserved {
    private Unserved() {}

    static Stream<Diagnostic> find(External external) {
        if (external.resolution() != Resolution.DYNAMIC_DNS) {
            return Stream.empty();
        }
        return external.isOutside()
                ? external.intent().ports().stream().flatMap(port -> port(external, port))
                : external.intent().location().stream()
                        .map(location -> inside(external).at(location.span()));
    }

    /** As in istio {@code core/waypoint.go:findWaypointResources}. */
    private static Diagnostic inside(External external) {
        return Diagnostic.of(
                Code.EXTERNAL_BYPASSES_WAYPOINT,
                "calls to the external " + external.name() + " end at its waypoint",
                "waypoints ignore hosts of the mesh with DYNAMIC_DNS; Istio's webhook sees only labels of the entry itself",
                "remove `location`, or list the exact hosts");
    }

    /** As in istio {@code core/cluster_waypoint.go:buildWaypointInboundVIP}. */
    private static Stream<Diagnostic> port(External external, PortIntent port) {
        String subject = "calls to the " + port.protocol() + " port " + port.number() + " of the external "
                + external.name() + " end at its waypoint";
        return switch (port.protocol()) {
            case "HTTP" -> Stream.empty();
            case "TLS" ->
                Stream.of(Diagnostic.of(
                                Code.EXTERNAL_BYPASSES_WAYPOINT,
                                subject + ", unless istiod is told otherwise",
                                "with DYNAMIC_DNS a waypoint serves TLS only where istiod runs with "
                                        + "ENABLE_WILDCARD_HOST_SERVICE_ENTRIES_FOR_TLS, which is off by default",
                                "set it for istiod, or list the exact hosts, which need no such setting")
                        .as(Severity.NOTE)
                        .at(port.span()));
            default ->
                Stream.of(Diagnostic.of(
                                Code.EXTERNAL_BYPASSES_WAYPOINT,
                                subject,
                                "Istio's webhook accepts " + port.protocol() + " with DYNAMIC_DNS, and the waypoint "
                                        + "has nowhere to send it",
                                "write `protocol: HTTP`, or list the exact hosts")
                        .at(port.span()));
        };
    }
}
