package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.CanaryIntent;
import dev.waymark.kube.ObjectName;
import dev.waymark.mesh.Consumer;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.TrafficType;
import dev.waymark.mesh.Waypoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WM2019: canaries that istiod would not attach (istio {@code waypoints.go}, the order of its reasons: the same as the
 * primary one, not admitted, of the wrong traffic type).
 */
final class CanaryInvalid implements Check {
    private static final String CONSEQUENCE = "istiod would leave the canary out: all traffic stays on ";

    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        Map<ObjectName, Waypoint> waypoints = new HashMap<>();
        mesh.waypoints().forEach(waypoint -> waypoints.put(waypoint.name(), waypoint));
        return mesh.waypoints().stream()
                .flatMap(waypoint -> waypoint.intent().canary().stream()
                        .flatMap(canary -> find(mesh, waypoint, canary, waypoints).stream()));
    }

    private static Optional<Diagnostic> find(
            Mesh mesh, Waypoint primary, CanaryIntent intent, Map<ObjectName, Waypoint> waypoints) {
        ObjectName name =
                new ObjectName(intent.waypoint().namespace(), intent.waypoint().name());
        if (!mesh.istioVersion().hasCanaries()) {
            return Optional.of(invalid(
                    "canary waypoints came with Istio 1.31, and the mesh is " + mesh.istioVersion(),
                    primary,
                    intent,
                    "remove `canary`, or state the version that the mesh has"));
        }
        if (name.equals(primary.name())) {
            return Optional.of(
                    invalid(name + " is its own canary", primary, intent, "name another waypoint, or remove `canary`"));
        }
        if (users(primary).isEmpty() && !primary.traffic().takes(TrafficType.SERVICE)) {
            return Optional.of(invalid(
                    primary.name() + " takes no service traffic, and only that can have a canary",
                    primary,
                    intent,
                    "remove `canary`"));
        }
        return Optional.ofNullable(waypoints.get(name)).flatMap(canary -> attached(primary, intent, canary));
    }

    private static Optional<Diagnostic> attached(Waypoint primary, CanaryIntent intent, Waypoint canary) {
        if (!canary.traffic().takes(TrafficType.SERVICE)) {
            return Optional.of(invalid(
                            "the canary " + canary.name() + " takes "
                                    + canary.traffic().word() + " traffic only",
                            primary,
                            intent,
                            "write `for: service` there")
                    .and(canary.intent().name().span(), "the canary"));
        }
        return users(primary).stream()
                .filter(user -> canary.surelyDenies(user.target().namespace()))
                .findFirst()
                .map(user -> invalid(
                                "the canary " + canary.name() + " does not admit the namespace "
                                        + user.target().namespace(),
                                primary,
                                intent,
                                "add `" + user.target().namespace() + "` to `admits.namespaces` of the canary")
                        .and(user.span(), "enrolled here")
                        .and(canary.intent().name().span(), "the canary"));
    }

    /** Those whose connections the canary takes over; who is not admitted at the primary one has none. */
    private static List<Consumer> users(Waypoint primary) {
        return Stream.concat(primary.consumers().stream(), primary.guests().stream())
                .filter(consumer -> consumer.traffic() == TrafficType.SERVICE
                        && !primary.surelyDenies(consumer.target().namespace()))
                .toList();
    }

    private static Diagnostic invalid(String message, Waypoint primary, CanaryIntent intent, String help) {
        return Diagnostic.of(Code.CANARY_INVALID, message, CONSEQUENCE + primary.name(), help)
                .at(intent.waypoint().span());
    }
}
