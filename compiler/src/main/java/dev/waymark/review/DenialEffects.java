package dev.waymark.review;

import dev.waymark.lint.Denial;
import dev.waymark.lint.Subject;
import dev.waymark.policy.Policy;
import dev.waymark.review.Change.Difference;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Policies on pods that keep out a waypoint before them, and did not before. */
final class DenialEffects implements Detector {
    @Override
    public Stream<Effect> find(Change change) {
        Set<String> known = new HashSet<>();
        denials(change.before()).forEach(denial -> known.add(key(denial)));
        return denials(change.after())
                .filter(denial -> !known.contains(key(denial)))
                .map(denial -> effect(change, denial));
    }

    private static Stream<Denial> denials(RouteTable side) {
        boolean any =
                Policy.all(side.state().inventory()).anyMatch(policy -> policy.type() == Policy.Type.AUTHORIZATION);
        return any ? Denial.in(new Subject(side.state().routing(), side.state().inventory())) : Stream.empty();
    }

    private static String key(Denial denial) {
        return denial.closed().policy().id() + " " + denial.workload().ref() + " " + denial.principal();
    }

    private static Effect effect(Change change, Denial denial) {
        Policy policy = denial.closed().policy();
        Affected target = Affected.of(denial.workload().ref());
        return change.effect(
                EffectRule.POLICY_DENIES,
                target,
                Difference.come(
                        policy.id().toString(),
                        Wording.of(
                                "{} keeps out {}, as which all calls arrive at {} through {}",
                                policy.id(),
                                denial.principal(),
                                target.words(),
                                denial.waypoint())),
                Causes.either(Optional.of(policy.span()), Optional.empty()));
    }
}
