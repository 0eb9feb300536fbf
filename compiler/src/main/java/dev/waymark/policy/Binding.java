package dev.waymark.policy;

import dev.waymark.routing.Route;
import java.util.Optional;

/**
 * What comes of one target of a policy or a route.
 *
 * @param route the way to the service that it is for
 */
public record Binding(Policy policy, TargetRef ref, Outcome outcome, Optional<Route> route) {
    /** Whether anybody enforces it there. */
    public enum Outcome {
        BOUND,
        /** It depends on what is not known. */
        OPEN,
        /** The target does not exist. */
        MISSING,
        /** The target is a service without a waypoint. */
        NO_WAYPOINT,
        /** It is for a class and does not stand in the root namespace. */
        NOT_IN_ROOT,
        /** It is for a class that waypoints do not look at. */
        OTHER_CLASS,
        /** It is for a Gateway whose proxy is not of Istio. */
        FOREIGN_GATEWAY,
        /** A route has a parent of a kind that there is not. */
        UNKNOWN_KIND
    }

    static Binding of(Policy policy, TargetRef ref, Outcome outcome) {
        return new Binding(policy, ref, outcome, Optional.empty());
    }

    /** {@code Service shop/cart}. */
    public String target() {
        return ref.words(policy.namespace());
    }
}
