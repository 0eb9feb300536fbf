package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.ServiceView;
import dev.waymark.routing.Target;
import dev.waymark.routing.WorkloadView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2011: the label on what runs a waypoint (istio {@code waypoints.go:fetchWaypointForService}). */
final class WaypointOfWaypoint implements Rule {
    private static final List<String> CONTROLLERS = List.of(
            "istio.io-mesh-controller", "istio.io-eastwest-controller", "istio.io-agentgateway-waypoint-controller");

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.enrolled()
                .flatMap(enrolled -> gateway(subject, enrolled.carrier()).stream()
                        .flatMap(gateway -> describe(subject, enrolled, gateway).stream()));
    }

    /** The Gateway that a target belongs to. */
    private static Optional<ObjectName> gateway(Subject subject, Target target) {
        Optional<ObjectName> stated = target.labels()
                .get(IstioLabels.GATEWAY_NAME)
                .map(name -> new ObjectName(target.ref().namespace(), name));
        if (target instanceof ServiceView service && isManaged(service)) {
            return stated.or(() -> Optional.of(name(service.ref())));
        }
        if (target instanceof WorkloadView
                && stated.flatMap(subject.view()::gateway).isPresent()) {
            return stated;
        }
        return made(subject, target);
    }

    private static boolean isManaged(ServiceView service) {
        return service.labels()
                .get(IstioLabels.MANAGED)
                .filter(CONTROLLERS::contains)
                .isPresent();
    }

    /** What istiod will make for a Gateway has its name, and is in nobody's manifests. */
    private static Optional<ObjectName> made(Subject subject, Target target) {
        boolean could = target.ref().kind() == Kind.SERVICE || target.ref().kind() == Kind.DEPLOYMENT;
        return Optional.of(name(target.ref()))
                .filter(name -> could && subject.inventory().find(target.ref()).isEmpty())
                .flatMap(subject.view()::gateway)
                .filter(gateway -> Waypoints.isOfIstio(subject, gateway))
                .map(GatewayView::name);
    }

    private static ObjectName name(ObjectRef ref) {
        return new ObjectName(ref.namespace(), ref.name());
    }

    private static Optional<Diagnostic> describe(Subject subject, Enrolled enrolled, ObjectName gateway) {
        return Spot.put(
                subject,
                Diagnostic.of(Code.WAYPOINT_OF_WAYPOINT, enrolled.object(), gateway),
                Spot.of(Optional.of(enrolled.label()), "enrolled here"),
                Spot.of(subject.view().gateway(gateway).flatMap(GatewayView::span), "what it belongs to"));
    }
}
