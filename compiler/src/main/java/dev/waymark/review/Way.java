package dev.waymark.review;

import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Ordered;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where traffic goes.
 *
 * @param waypoint empty if it goes direct
 * @param sure false for a waypoint that is named and shown on no side, so that it may be there
 * @param canary what some of it goes through, {@code 10% through shop/next}
 * @param carriers the waypoints through which connections really go: the canary alone at 100%
 */
record Way(Optional<ObjectName> waypoint, boolean sure, Optional<String> canary, List<ObjectName> carriers) {
    static final Way DIRECT = new Way(Optional.empty(), true, Optional.empty(), List.of());

    private static final int ALL = 100;

    Way {
        carriers = Ordered.list(carriers);
    }

    /** @param other the mesh on the other side: a Gateway that is shown there and not here is not here */
    static Way of(Route route, MeshView other) {
        if (route.waypoint().isPresent()) {
            return through(route, route.waypoint().get());
        }
        return route.reason() == Reason.UNKNOWN
                ? route.label()
                        .flatMap(Decision::wanted)
                        .filter(wanted -> other.gateway(wanted).isEmpty())
                        .map(wanted -> new Way(Optional.of(wanted), false, Optional.empty(), List.of(wanted)))
                        .orElse(DIRECT)
                : DIRECT;
    }

    private static Way through(Route route, ObjectName waypoint) {
        List<ObjectName> carriers = new ArrayList<>(List.of(waypoint));
        Optional<Route.Canary> canary =
                route.canary().filter(found -> found.weight().isPresent());
        canary.ifPresent(found -> {
            int weight = found.weight().orElseThrow();
            if (weight > 0) {
                carriers.add(found.waypoint());
            }
            if (weight == ALL) {
                carriers.remove(waypoint);
            }
        });
        return new Way(
                Optional.of(waypoint),
                true,
                canary.map(found -> found.weight().orElseThrow() + "% through " + found.waypoint()),
                carriers);
    }

    /** {@code shop/waypoint}, {@code shop/waypoint, 10% through shop/next}; empty if it goes direct. */
    Optional<String> words() {
        return waypoint.map(name -> name + canary.map(part -> ", " + part).orElse(""));
    }

    /** Whether it goes through a waypoint on this side and through none on another one. */
    boolean ends(Way later) {
        return waypoint.isPresent() && later.waypoint.isEmpty();
    }
}
