package dev.waymark.review;

import dev.waymark.policy.Identity;
import dev.waymark.review.Change.Difference;
import java.util.Optional;
import java.util.stream.Collectors;
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
        Optional<String> before = principals(route.from(), change.before());
        Optional<String> after = principals(route.to(), change.after());
        if (after.isEmpty() || after.equals(before)) {
            return Optional.empty();
        }
        Difference difference = new Difference(
                before,
                after,
                Wording.of(
                        route.subject() + " will see callers as {}: policies on the pods must allow it",
                        route.name(),
                        after.get()));
        return Optional.of(
                change.effect(EffectRule.IDENTITY_CHANGE, Affected.of(route.target()), difference, causes.of(route)));
    }

    private static Optional<String> principals(Way way, RouteTable side) {
        return Optional.of(way.carriers().stream()
                        .map(name -> Identity.ofWaypoint(name, side.state().inventory(), side.view())
                                .principal())
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }
}
