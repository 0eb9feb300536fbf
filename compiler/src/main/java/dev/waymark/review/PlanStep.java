package dev.waymark.review;

import dev.waymark.kube.Ordered;
import java.util.List;

/**
 * One step on the way from the old side to the new one that leaves nothing unprotected.
 *
 * @param title what to do
 * @param details of which objects, each a sentence
 * @param commands that somebody can paste into a shell; they change nothing
 */
public record PlanStep(Wording title, List<Wording> details, List<String> commands) {
    public PlanStep {
        details = Ordered.list(details);
        commands = Ordered.list(commands);
    }
}
