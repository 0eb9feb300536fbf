package dev.waymark.review;

import dev.waymark.kube.ObjectName;
import dev.waymark.policy.Identity;
import dev.waymark.review.Change.Difference;
import java.util.Optional;
import java.util.stream.Stream;

/** As whom calls arrive: a waypoint calls with its own service account. */
final class IdentityEffects implements Detector {
    @Override
    public Stream<Effect> find(Change change) {
        Causes causes = Causes.of(change);
        return change.routes().stream()
                .filter(route -> route.isOfBoth() && !route.isExternal())
                .flatMap(route -> find(change, route, causes).stream());
    }

    private static Optional<Effect> find(Change change, RouteChange route, Causes causes) {
        Optional<String> before = route.waypointBefore().map(name -> principal(name, change.before()));
        Optional<String> after = route.waypointAfter().map(name -> principal(name, change.after()));
        if (after.isEmpty() || after.equals(before)) {
            return Optional.empty();
        }
        Difference difference = new Difference(
                before,
                after,
                Wording.of(
                        route.subject() + " will see all callers as {}: policies on the pods must allow it",
                        route.name(),
                        after.get()));
        return Optional.of(
                change.effect(EffectRule.IDENTITY_CHANGE, Affected.of(route.target()), difference, causes.of(route)));
    }

    private static String principal(ObjectName waypoint, RouteTable side) {
        return Identity.ofWaypoint(waypoint, side.state().inventory(), side.view())
                .principal();
    }
}
