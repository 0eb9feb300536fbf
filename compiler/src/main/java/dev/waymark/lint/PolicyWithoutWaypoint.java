package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.policy.Binding;
import dev.waymark.policy.Binding.Outcome;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.ServiceView;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** WM5001: a policy or a route for a service that has no waypoint, where nobody carries it out. */
final class PolicyWithoutWaypoint implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        boolean sidecars = new Proxies(subject.view()).anyInjected();
        return subject.bindings()
                .filter(binding -> binding.outcome() == Outcome.NO_WAYPOINT)
                .map(binding -> describe(subject.view(), binding, sidecars));
    }

    private static Diagnostic describe(MeshView view, Binding binding, boolean sidecars) {
        boolean route = binding.policy().type().isRoute();
        Route way = binding.route().orElseThrow();
        Diagnostic diagnostic = Diagnostic.of(
                        Code.POLICY_WITHOUT_WAYPOINT,
                        binding.policy().id(),
                        binding.target(),
                        consequence(route, sidecars),
                        help(view, way))
                .as(route && sidecars ? Severity.WARNING : Severity.ERROR)
                .at(binding.ref().span(), "for this");
        Optional<Span> label = way.label().flatMap(Route.Decision::at);
        return label.map(place ->
                        diagnostic.and(place, "decides: " + way.reason().word()))
                .orElse(diagnostic);
    }

    private static String consequence(boolean route, boolean sidecars) {
        if (!route) {
            return "nobody enforces it: ztunnel leaves what names a target to waypoints, and traffic goes straight to the"
                    + " pods";
        }
        return sidecars
                ? "clients with a sidecar follow it, ambient ones do not: their requests go straight to the pods"
                : "nobody follows it: ztunnel knows no routes, and requests go straight to the pods";
    }

    private static String help(MeshView view, Route way) {
        String waypoint = way.label()
                .flatMap(Route.Decision::wanted)
                .map(ObjectName::toString)
                .orElse("");
        return switch (way.reason()) {
            case OPTED_OUT -> "its label `istio.io/use-waypoint: none` opts out: take it away, or the policy";
            case NOT_READY -> "declare the Gateway " + waypoint + ", which its label names";
            case DENIED -> "let " + waypoint + " admit its namespace under `allowedRoutes.namespaces`";
            case UNSUPPORTED_TRAFFIC ->
                waypoint + " takes no traffic to services: label it `istio.io/waypoint-for: service` or `all`";
            case CROSS_NAMESPACE -> "name a waypoint of its own namespace, or make the entry public";
            default -> helpWithoutLabel(view, way);
        };
    }

    private static String helpWithoutLabel(MeshView view, Route way) {
        boolean named = view.targets().get(way.target()) instanceof ServiceView service
                && service.form() == ServiceView.Form.EXTERNAL_NAME;
        if (named) {
            return "an ExternalName Service never has a waypoint: declare its host in a ServiceEntry and enroll that";
        }
        boolean lost = way.target().kind() == Kind.SERVICE_ENTRY && way.reason() == Reason.NOT_ENROLLED;
        String enroll = "enroll it: put the label `istio.io/use-waypoint` on it or on its namespace";
        return lost
                ? enroll + "; an entry that a Service of its namespace took all hosts from has no waypoint"
                : enroll;
    }
}
