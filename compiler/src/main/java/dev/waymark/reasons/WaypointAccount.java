package dev.waymark.reasons;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.reasons.Account.Step;
import dev.waymark.routing.Admission;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Decision;
import dev.waymark.routing.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who goes through a waypoint, and who would like to. */
record WaypointAccount(Routing routing) {
    Account of(GatewayView gateway) {
        ObjectName name = gateway.name();
        List<Route> asking =
                routing.routes().filter(route -> wants(route, name)).toList();
        long through = asking.stream().filter(route -> uses(route, name)).count();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "it takes `" + routing.trafficType(gateway) + "` traffic",
                gateway.labels().place(IstioLabels.WAYPOINT_FOR).or(gateway::span)));
        Optional<GatewayView.Listener> listener =
                Admission.listener(gateway, routing.view().gatewayClass(gateway));
        steps.add(new Step(
                listener.map(found -> "it admits " + Steps.admitted(found.allowed(), gateway))
                        .orElse("it has no listener for HBONE on port 15008: it admits its own namespace, and cannot be"
                                + " reached"),
                listener.flatMap(GatewayView.Listener::span).or(gateway::span)));
        asking.forEach(route -> steps.add(step(route, name)));
        return new Account(
                "Waypoint",
                name.namespace(),
                name.name(),
                answer(name, asking.size(), through),
                asking,
                steps,
                List.of());
    }

    private static boolean wants(Route route, ObjectName name) {
        return uses(route, name)
                || (route.reason().isRefusal()
                        && route.label()
                                .flatMap(Decision::wanted)
                                .filter(name::equals)
                                .isPresent());
    }

    private static boolean uses(Route route, ObjectName name) {
        return route.waypoint().filter(name::equals).isPresent()
                || route.canary()
                        .filter(canary -> canary.waypoint().equals(name)
                                && canary.weight().isPresent())
                        .isPresent();
    }

    private static Step step(Route route, ObjectName name) {
        String end = uses(route, name)
                ? " goes through it"
                : " names it and is refused: " + route.reason().word();
        return new Step(route.target() + end, route.label().flatMap(Decision::at));
    }

    private static String answer(ObjectName name, long asking, long through) {
        String users = through == 0 ? "Nobody goes" : through + (through == 1 ? " target goes" : " targets go");
        long refused = asking - through;
        String others = refused == 0 ? "" : "; " + refused + (refused == 1 ? " is" : " are") + " refused";
        return users + " through the waypoint " + name + others + ".";
    }
}
