package dev.waymark.review;

import dev.waymark.kube.Ordered;
import java.util.List;

/**
 * What a change does.
 *
 * @param known false where a side cannot be compiled, so that nothing can be said but that
 * @param verdict one sentence
 * @param effects the worst first
 * @param manifests by path
 * @param ties what a picture of it shows
 * @param plan in which order to merge and sync
 */
public record Review(
        boolean known,
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
        return new Review(known, verdict, effects, problems, manifests, ties, List.of());
    }

    /** Whether traffic or manifests are not as they were, or may not be. */
    public boolean isChange() {
        return !known || !effects.isEmpty() || !manifests.isEmpty();
    }

    /** Whether there is an effect of this grade or a worse one, or there may be. */
    public boolean has(Grade grade) {
        return !known || effects.stream().anyMatch(effect -> effect.grade().isAtLeast(grade));
    }
}
