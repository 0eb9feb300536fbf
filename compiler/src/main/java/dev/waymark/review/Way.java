package dev.waymark.review;

import dev.waymark.kube.ObjectName;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Canary;
import dev.waymark.routing.Route.Decision;
import java.util.Optional;

/**
 * Where traffic goes.
 *
 * @param waypoint empty if it goes direct
 * @param sure false for a waypoint that is named and shown nowhere, so that it may be there
 * @param canary what some of it goes through, {@code 10% through shop/next}
 */
record Way(Optional<ObjectName> waypoint, boolean sure, Optional<String> canary) {
    static final Way DIRECT = new Way(Optional.empty(), true, Optional.empty());

    static Way of(Route route) {
        if (route.waypoint().isPresent()) {
            return new Way(
                    route.waypoint(),
                    true,
                    route.canary().filter(canary -> canary.weight().isPresent()).map(Way::words));
        }
        return route.reason() == Reason.UNKNOWN
                ? route.label()
                        .flatMap(Decision::wanted)
                        .map(wanted -> new Way(Optional.of(wanted), false, Optional.empty()))
                        .orElse(DIRECT)
                : DIRECT;
    }

    private static String words(Canary canary) {
        return canary.weight().orElseThrow() + "% through " + canary.waypoint();
    }

    /** {@code shop/waypoint}, {@code shop/waypoint, 10% through shop/next}; empty if it goes direct. */
    Optional<String> words() {
        return waypoint.map(name -> name + canary.map(part -> ", " + part).orElse(""));
    }

    /** Whether it goes through a waypoint on this side and does so no more, or no more for sure, on another one. */
    boolean ends(Way later) {
        return waypoint.isPresent()
                && (later.waypoint.isEmpty() || (later.waypoint.equals(waypoint) && sure && !later.sure));
    }
}
