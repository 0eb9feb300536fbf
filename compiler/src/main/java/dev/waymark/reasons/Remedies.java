package dev.waymark.reasons;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Decision;
import dev.waymark.routing.Routing;
import dev.waymark.routing.ServiceView;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import java.util.List;
import java.util.Optional;

/** What would have to change for traffic to go through a waypoint. */
final class Remedies {
    private Remedies() {}

    static List<String> of(Routing routing, Target target, Route route) {
        Optional<ObjectName> wanted = route.label().flatMap(Decision::wanted);
        return switch (route.reason()) {
            case NOT_READY -> missing(routing, wanted.orElseThrow());
            case DENIED ->
                List.of("admit namespace " + namespace(route) + " in the listener of the Gateway "
                        + wanted.orElseThrow() + " (in an intent: `admits`)");
            case UNSUPPORTED_TRAFFIC -> mistyped(route, wanted.orElseThrow());
            case CROSS_NAMESPACE ->
                List.of("name a waypoint in namespace " + target.ref().namespace());
            case NOT_ENROLLED -> unenrolled(target, route);
            case UNKNOWN ->
                List.of("add the manifests of what is not known: `--inventory PATH`, and `--inventory-complete` if they"
                        + " are all that exist");
            default -> List.of();
        };
    }

    private static String namespace(Route route) {
        return route.label().map(label -> label.object().namespace()).orElse("");
    }

    private static List<String> missing(Routing routing, ObjectName wanted) {
        String others = String.join(
                ", ",
                routing.view().gateways().values().stream()
                        .filter(GatewayView::isWaypoint)
                        .map(GatewayView::name)
                        .filter(name -> name.namespace().equals(wanted.namespace()))
                        .map(ObjectName::toString)
                        .toList());
        String declare = "declare the waypoint " + wanted;
        return others.isEmpty() ? List.of(declare) : List.of(declare, "or name one that is there: " + others);
    }

    private static List<String> mistyped(Route route, ObjectName wanted) {
        String type = route.traffic().word();
        return List.of(
                "label the Gateway " + wanted + " `" + IstioLabels.WAYPOINT_FOR + ": all` (in an intent: `for: all`)",
                "or name a waypoint that takes `" + type + "` traffic");
    }

    private static List<String> unenrolled(Target target, Route route) {
        boolean never = target instanceof ServiceView service && service.form() == ServiceView.Form.EXTERNAL_NAME;
        if (never) {
            return List.of("enroll what the name stands for instead, with a ServiceEntry for its host");
        }
        if (target.labels().has(IstioLabels.MANAGED) || target.labels().has(IstioLabels.GATEWAY_NAME)) {
            return List.of();
        }
        boolean pods = route.traffic() == Traffic.WORKLOAD;
        if (pods && route.label().isPresent()) {
            return List.of(
                    "calls to pods need a waypoint for `workload` or `all`: label the pods with one, or make that"
                            + " of the namespace `" + IstioLabels.WAYPOINT_FOR + ": all`");
        }
        String what = target instanceof NamespaceView ? "the namespace" : "it or its namespace";
        return List.of("label " + what + " `" + IstioLabels.USE_WAYPOINT + ": NAME` (in an intent: list it under the"
                + " waypoint's `consumers`)");
    }
}
