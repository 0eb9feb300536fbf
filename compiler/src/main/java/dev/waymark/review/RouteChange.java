package dev.waymark.review;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Route;
import dev.waymark.routing.Traffic;
import java.util.Optional;

/**
 * The way to a target on both sides.
 *
 * @param before empty if the target did not exist
 * @param after empty if it does not exist any more
 * @param from the way that traffic takes before
 * @param to the way that it takes after
 */
record RouteChange(RouteTable.Key key, Optional<Route> before, Optional<Route> after, Way from, Way to) {
    static RouteChange of(RouteTable.Key key, RouteTable before, RouteTable after) {
        Optional<Route> old = before.route(key, after);
        Optional<Route> now = after.route(key, before);
        return new RouteChange(
                key,
                old,
                now,
                old.map(route -> Way.of(route, after.view())).orElse(Way.DIRECT),
                now.map(route -> Way.of(route, before.view())).orElse(Way.DIRECT));
    }

    ObjectRef target() {
        return key.target();
    }

    /** Whether the target is there on both sides, so that its traffic can have changed. */
    boolean isOfBoth() {
        return before.isPresent() && after.isPresent();
    }

    boolean isExternal() {
        return key.target().kind() == Kind.SERVICE_ENTRY;
    }

    boolean ingressBefore() {
        return before.filter(Route::ingress).isPresent();
    }

    boolean ingressAfter() {
        return after.filter(Route::ingress).isPresent();
    }

    /** Whether anything about the traffic differs. */
    boolean differs() {
        return isOfBoth() && (!from().equals(to()) || ingressBefore() != ingressAfter());
    }

    Optional<ObjectName> waypointBefore() {
        return from().waypoint();
    }

    Optional<ObjectName> waypointAfter() {
        return to().waypoint();
    }

    /** What is addressed, as the beginning of a sentence; with a gap for its name. */
    String subject() {
        if (key.target().kind() != Kind.NAMESPACE) {
            return "{}";
        }
        return (key.traffic() == Traffic.SERVICE ? "every service" : "every pod") + " of {}";
    }

    String name() {
        return Affected.of(key.target()).words();
    }
}
