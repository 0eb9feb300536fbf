package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.intent.Text;
import dev.waymark.kube.Kind;
import dev.waymark.mesh.Consumer;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.TrafficType;
import dev.waymark.mesh.Waypoint;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WM2001 and WM2018: a {@code for} that somebody wrote does not take what the consumers need. istiod then leaves the
 * consumer without any waypoint (istio {@code waypoints.go:fetchWaypointForService}, {@code
 * fetchWaypointForWorkload}); the services of a namespace only inherit the mistake, which is a warning.
 */
final class TrafficMismatch implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        return mesh.waypoints().stream().flatMap(TrafficMismatch::find);
    }

    private static Stream<Diagnostic> find(Waypoint waypoint) {
        Optional<Text> written = waypoint.intent().traffic();
        if (written.isEmpty() || waypoint.consumers().isEmpty()) {
            return Stream.empty();
        }
        if (waypoint.traffic() == TrafficType.NONE) {
            return Stream.of(Diagnostic.of(Code.TAKES_NO_TRAFFIC, waypoint.name())
                    .at(written.get().span(), "takes nothing")
                    .and(waypoint.consumers().get(0).span(), "enrolled here"));
        }
        return waypoint.consumers().stream()
                .filter(consumer -> !waypoint.traffic().takes(consumer.traffic()))
                .map(consumer -> describe(waypoint, consumer, written.get()));
    }

    private static Diagnostic describe(Waypoint waypoint, Consumer consumer, Text written) {
        boolean inherited = consumer.target().kind() == Kind.NAMESPACE;
        String subject = inherited
                ? "every service of " + consumer.target()
                : consumer.target().toString();
        return Diagnostic.of(
                        Code.UNSUPPORTED_TRAFFIC_TYPE,
                        subject,
                        waypoint.name(),
                        waypoint.traffic().word(),
                        fitting(waypoint))
                .as(inherited ? Severity.WARNING : Severity.ERROR)
                .at(consumer.span(), "needs `" + consumer.traffic().word() + "`")
                .and(written.span(), "takes `" + written + "` only");
    }

    private static String fitting(Waypoint waypoint) {
        long kinds =
                waypoint.consumers().stream().map(Consumer::traffic).distinct().count();
        return kinds > 1 ? "all" : waypoint.consumers().get(0).traffic().word();
    }
}
