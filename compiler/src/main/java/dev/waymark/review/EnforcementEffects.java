package dev.waymark.review;

import dev.waymark.kube.ObjectRef;
import dev.waymark.policy.Policy;
import dev.waymark.review.Change.Difference;
import dev.waymark.review.Effect.Cause;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** L7 policies and routes of others that a waypoint begins or ceases to carry out for a target. */
final class EnforcementEffects implements Detector {
    @Override
    public Stream<Effect> find(Change change) {
        Enforcement before = Enforcement.of(change, change.before(), RouteChange::from);
        Enforcement after = Enforcement.of(change, change.after(), RouteChange::to);
        Causes causes = Causes.of(change);
        Map<ObjectRef, RouteChange> routes = new HashMap<>();
        change.routes().forEach(route -> routes.putIfAbsent(route.target(), route));
        List<Effect> effects = new ArrayList<>();
        before.beyond(after)
                .forEach((target, policies) -> Optional.ofNullable(routes.get(target))
                        .filter(route -> route.after().isPresent())
                        .ifPresent(route ->
                                effects.add(loses(change, target, policies, cause(route, causes, policies, true)))));
        after.beyond(before)
                .forEach((target, policies) -> Optional.ofNullable(routes.get(target))
                        .filter(route -> route.before().isPresent())
                        .ifPresent(route ->
                                effects.add(gains(change, target, policies, cause(route, causes, policies, false)))));
        return effects.stream();
    }

    private static Effect loses(
            Change change, ObjectRef target, SortedMap<String, Policy> policies, Optional<Cause> cause) {
        String words = String.join(", ", policies.keySet());
        return change.effect(
                EffectRule.LOSES_ENFORCEMENT,
                Affected.of(target),
                Difference.gone(
                        words,
                        Wording.of(
                                "nobody carries out {} for {} any more",
                                words,
                                Affected.of(target).words())),
                cause);
    }

    private static Effect gains(
            Change change, ObjectRef target, SortedMap<String, Policy> policies, Optional<Cause> cause) {
        String words = String.join(", ", policies.keySet());
        return change.effect(
                EffectRule.GAINS_ENFORCEMENT,
                Affected.of(target),
                Difference.come(
                        words,
                        Wording.of(
                                "a waypoint carries out {} for {} now",
                                words,
                                Affected.of(target).words())),
                cause);
    }

    /** The route, if it differs, else the policy that came or went. */
    private static Optional<Cause> cause(
            RouteChange route, Causes causes, SortedMap<String, Policy> policies, boolean removed) {
        Optional<Span> policy = policies.values().stream().findFirst().map(Policy::span);
        return Optional.of(route)
                .filter(RouteChange::differs)
                .flatMap(causes::of)
                .or(() -> policy.map(span -> new Cause(span, removed)));
    }
}
