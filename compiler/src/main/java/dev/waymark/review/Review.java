package dev.waymark.review;

import dev.waymark.kube.Ordered;
import java.util.List;

/**
 * What a change does.
 *
 * @param verdict one sentence
 * @param effects the worst first
 * @param manifests by path
 * @param ties what a picture of it shows
 * @param plan in which order to merge and sync
 */
public record Review(
        Wording verdict,
        List<Effect> effects,
        Problems problems,
        List<ManifestChange> manifests,
        List<Tie> ties,
        List<PlanStep> plan) {
    public Review {
        effects = Ordered.list(effects);
        manifests = Ordered.list(manifests);
        ties = Ordered.list(ties);
        plan = Ordered.list(plan);
    }

    /** The same for somebody who did not ask for a plan. */
    public Review withoutPlan() {
        return new Review(verdict, effects, problems, manifests, ties, List.of());
    }

    /** Whether traffic or manifests are not as they were. */
    public boolean isChange() {
        return !effects.isEmpty() || !manifests.isEmpty();
    }

    /** Whether there is an effect of this grade or a worse one. */
    public boolean has(Grade grade) {
        return effects.stream().anyMatch(effect -> effect.grade().isAtLeast(grade));
    }
}
