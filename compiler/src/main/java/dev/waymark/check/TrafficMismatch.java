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
import java.util.Comparator;
import java.util.List;
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
        List<Consumer> refused = waypoint.consumers().stream()
                .filter(consumer -> !waypoint.traffic().takes(consumer.traffic()))
                .sorted(Comparator.comparing(TrafficMismatch::inherits))
                .toList();
        return refused.isEmpty() ? Stream.empty() : Stream.of(describe(waypoint, refused, written.get()));
    }

    /** The services of a namespace inherit its label. */
    private static boolean inherits(Consumer consumer) {
        return consumer.target().kind() == Kind.NAMESPACE;
    }

    private static Diagnostic describe(Waypoint waypoint, List<Consumer> refused, Text written) {
        Consumer first = refused.get(0);
        String subject = (inherits(first) ? "every service of " : "") + first.target();
        Diagnostic diagnostic = Diagnostic.of(
                        Code.UNSUPPORTED_TRAFFIC_TYPE,
                        subject,
                        waypoint.name(),
                        waypoint.traffic().word(),
                        fitting(waypoint))
                .as(inherits(first) ? Severity.WARNING : Severity.ERROR)
                .at(first.span(), "needs `" + first.traffic().word() + "`")
                .and(written.span(), "takes `" + written + "` only");
        for (Consumer other : refused.subList(1, refused.size())) {
            diagnostic = diagnostic.and(other.span(), "so does this one");
        }
        return diagnostic;
    }

    private static String fitting(Waypoint waypoint) {
        long kinds =
                waypoint.consumers().stream().map(Consumer::traffic).distinct().count();
        return kinds > 1 ? "all" : waypoint.consumers().get(0).traffic().word();
    }
}
