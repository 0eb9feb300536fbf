package dev.waymark.review;

import dev.waymark.source.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that a change does to traffic.
 *
 * @param cluster the one of a fleet
 * @param before what held, such as a waypoint {@code NAMESPACE/NAME}
 * @param after what holds
 * @param cause what was changed, if it stands anywhere
 */
public record Effect(
        EffectRule rule,
        Optional<String> cluster,
        Affected target,
        Optional<String> before,
        Optional<String> after,
        Wording message,
        Optional<Cause> cause)
        implements Comparable<Effect> {
    private static final Comparator<Effect> ORDER = Comparator.comparing((Effect effect) -> effect.rule.grade())
            .thenComparing(Effect::rule)
            .thenComparing(effect -> effect.cluster.orElse(""))
            .thenComparing(Effect::target)
            .thenComparing(effect -> effect.before.orElse(""))
            .thenComparing(effect -> effect.after.orElse(""));

    /**
     * A line that was added, changed or removed.
     *
     * @param removed whether it stands only in what was before
     */
    public record Cause(Span span, boolean removed) {}

    public Grade grade() {
        return rule.grade();
    }

    /** The worst first. */
    @Override
    public int compareTo(Effect other) {
        return ORDER.compare(this, other);
    }
}
