package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.Ordered;
import dev.waymark.review.Effect;
import dev.waymark.review.Grade;
import dev.waymark.review.Review;
import dev.waymark.yaml.Places;
import java.util.List;
import java.util.function.Predicate;

/** What was found, with what services need: a place for each, and a fingerprint that no other one has. */
public record Findings(List<Finding> list) {
    public Findings {
        list = Ordered.list(list);
    }

    /**
     * The findings of one run.
     *
     * @param input what the command was told to read; stands for a file where no document was read
     */
    public static Findings of(List<Diagnostic> diagnostics, Places places, String input) {
        FindingCollector collector = new FindingCollector(places, input, name -> name);
        diagnostics.forEach(collector::add);
        return collector.findings();
    }

    /**
     * The effects of a change, and the problems that are there behind it. Some services show the first few of each
     * severity only: dangers come first, and what was there before comes last.
     *
     * @param places in what is new
     * @param input what is new, as the command was told; stands for a file where no document was read
     */
    public static Findings ofReview(Review review, Places places, String input) {
        FindingCollector collector = new FindingCollector(places, input, FileName::inRepository);
        Predicate<Effect> danger = effect -> effect.grade() == Grade.DANGER;
        review.effects().stream().filter(danger).forEach(collector::add);
        review.problems().introduced().forEach(collector::add);
        review.effects().stream().filter(danger.negate()).forEach(collector::add);
        review.problems().unchanged().forEach(collector::add);
        return collector.findings();
    }
}
