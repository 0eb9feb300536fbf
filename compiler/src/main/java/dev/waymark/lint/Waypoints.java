package dev.waymark.lint;

import dev.waymark.routing.Admission;
import dev.waymark.routing.GatewayClassView;
import dev.waymark.routing.GatewayView;
import java.util.Optional;

/** What Gateways are for, by their classes (istio {@code gatewaycommon/classinfo.go}). */
final class Waypoints {
    private static final String WAYPOINT_CLASS = "istio-waypoint";
    private static final String INGRESS_CLASS = "istio";
    private static final String MESH_CONTROLLER = "istio.io/mesh-controller";
    private static final String INGRESS_CONTROLLER = "istio.io/gateway-controller";

    private Waypoints() {}

    /** Whether istiod runs it as a waypoint. */
    static boolean isOfIstio(Subject subject, GatewayView gateway) {
        return isOf(subject, gateway, WAYPOINT_CLASS, MESH_CONTROLLER);
    }

    /** Whether istiod runs it as a gateway for calls from outside. */
    static boolean isIngress(Subject subject, GatewayView gateway) {
        return isOf(subject, gateway, INGRESS_CLASS, INGRESS_CONTROLLER);
    }

    private static boolean isOf(Subject subject, GatewayView gateway, String className, String controller) {
        Optional<GatewayClassView> known = subject.view().gatewayClass(gateway);
        return known.map(found -> found.controller().equals(controller))
                .orElse(gateway.className().equals(className));
    }

    /** Whether its listener selects namespaces in a way that the API machinery cannot read. */
    static boolean isUnreadable(Subject subject, GatewayView gateway) {
        return Admission.listener(gateway, subject.view().gatewayClass(gateway))
                .map(GatewayView.Listener::allowed)
                .filter(allowed -> allowed.from().equals("Selector"))
                .flatMap(allowed -> allowed.selector())
                .filter(selector -> !selector.isValid())
                .isPresent();
    }
}
