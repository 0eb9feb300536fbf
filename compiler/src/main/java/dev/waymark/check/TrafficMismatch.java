package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Diagnostic.Related;
import dev.waymark.diagnostic.Once;
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
        Text stated = waypoint.intent().traffic().orElse(waypoint.intent().name());
        List<Consumer> users = Stream.concat(waypoint.consumers().stream(), waypoint.guests().stream())
                .toList();
        if (waypoint.traffic() == TrafficType.NONE) {
            return users.stream()
                    .limit(1)
                    .map(user -> Diagnostic.of(Code.TAKES_NO_TRAFFIC, waypoint.name())
                            .at(stated.span(), "takes nothing")
                            .and(user.span(), "enrolled here"));
        }
        return Stream.concat(
                refused(waypoint, waypoint.consumers()).stream(),
                waypoint.guests().stream()
                        .filter(Once.per(Consumer::span))
                        .flatMap(guest -> refused(waypoint, List.of(guest)).stream()));
    }

    /** One message for all consumers of its own that a waypoint does not take: the mistake is its `for`. */
    private static Optional<Diagnostic> refused(Waypoint waypoint, List<Consumer> consumers) {
        List<Consumer> refused = consumers.stream()
                .filter(consumer -> !waypoint.traffic().takes(consumer.traffic()))
                .sorted(Comparator.comparing(TrafficMismatch::inherits))
                .filter(Once.per(Consumer::span))
                .toList();
        return refused.isEmpty() ? Optional.empty() : Optional.of(describe(waypoint, refused));
    }

    /** The services of a namespace inherit its label. */
    private static boolean inherits(Consumer consumer) {
        return consumer.target().kind() == Kind.NAMESPACE;
    }

    private static Diagnostic describe(Waypoint waypoint, List<Consumer> refused) {
        Consumer first = refused.get(0);
        String subject = (inherits(first) ? "every service of " : "") + first.target();
        String takes = waypoint.traffic().word();
        Diagnostic diagnostic = Diagnostic.of(
                        Code.UNSUPPORTED_TRAFFIC_TYPE, subject, waypoint.name(), takes, fitting(waypoint))
                .as(inherits(first) ? Severity.WARNING : Severity.ERROR)
                .at(first.span(), "needs `" + first.traffic().word() + "`")
                .and(cause(waypoint).span(), cause(waypoint).message());
        for (Consumer other : refused.subList(1, refused.size())) {
            diagnostic = diagnostic.and(other.span(), "so does this one");
        }
        return waypoint.consumers().contains(first)
                ? diagnostic
                : diagnostic.help("write `for: all` on " + waypoint.name() + ", or enroll in another waypoint");
    }

    /** Why the waypoint takes what it takes. */
    private static Related cause(Waypoint waypoint) {
        String takes = "takes `" + waypoint.traffic().word() + "`";
        return waypoint.intent()
                .traffic()
                .map(written -> new Related(takes + " only", written.span()))
                .orElseGet(() -> new Related(
                        takes + ", as its own consumers need",
                        waypoint.intent().name().span()));
    }

    private static String fitting(Waypoint waypoint) {
        return TrafficType.of(waypoint.consumers()).word();
    }
}
