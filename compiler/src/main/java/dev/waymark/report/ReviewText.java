package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.review.Effect;
import dev.waymark.review.EffectRule;
import dev.waymark.review.Grade;
import dev.waymark.review.ManifestChange;
import dev.waymark.review.ManifestChange.FieldChange;
import dev.waymark.review.PlanStep;
import dev.waymark.review.Review;
import dev.waymark.review.Wording;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A review for a terminal: the verdict, effects with the worst first, problems, and manifests field by field. */
public final class ReviewText {
    private static final int INDENT = 4;

    private final Page page;
    private final Style style;
    private final StringBuilder text = new StringBuilder();

    private ReviewText(Page page) {
        this.page = page;
        this.style = page.style();
    }

    public static String print(Review review, Page page) {
        ReviewText report = new ReviewText(page);
        report.verdict(review);
        report.effects(review.effects());
        report.problems(review);
        report.manifests(review.manifests());
        return report.text.toString();
    }

    /** The verdict, and in which order to merge and sync. */
    public static String printPlan(Review review, Page page) {
        ReviewText report = new ReviewText(page);
        report.verdict(review);
        int number = 0;
        for (PlanStep step : review.plan()) {
            report.text.append('\n');
            report.wrapped(report.style.strong(++number + ". " + words(step.title())), 3);
            step.details().forEach(detail -> report.line(3, "- " + words(detail)));
            step.commands().forEach(command -> report.line(3, "$ " + Printable.of(command)));
        }
        return report.text.toString();
    }

    private void verdict(Review review) {
        wrapped(style.strong(words(review.verdict())), 0);
    }

    private static String words(Wording wording) {
        return wording.text(Printable::of);
    }

    private void effects(List<Effect> effects) {
        SortedMap<EffectRule, List<Effect>> byRule =
                effects.stream().collect(Collectors.groupingBy(Effect::rule, TreeMap::new, Collectors.toList()));
        byRule.forEach((rule, found) -> {
            String count = found.size() == 1 ? "" : " (" + found.size() + ")";
            text.append('\n')
                    .append(head(rule.grade(), rule.grade().word() + ": " + rule.word()))
                    .append(count)
                    .append('\n');
            found.forEach(this::effect);
        });
    }

    private String head(Grade grade, String words) {
        return switch (grade) {
            case DANGER -> style.severity(dev.waymark.diagnostic.Severity.ERROR, words);
            case CAUTION -> style.severity(dev.waymark.diagnostic.Severity.WARNING, words);
            case INFO -> style.severity(dev.waymark.diagnostic.Severity.NOTE, words);
        };
    }

    private void effect(Effect effect) {
        String cluster = effect.cluster().map(name -> name + ": ").orElse("");
        line(2, Printable.of(cluster + effect.target().words()) + way(effect));
        line(INDENT, words(effect.message()));
        effect.cause()
                .ifPresent(cause -> line(
                        INDENT,
                        style.frame("--> ")
                                + Printable.of(cause.span().toString())
                                + (cause.removed() ? " (removed)" : "")));
    }

    private static String way(Effect effect) {
        if (effect.before().isEmpty() && effect.after().isEmpty()) {
            return "";
        }
        return "  "
                + Printable.of(
                        effect.before().orElse("none") + " → " + effect.after().orElse("none"));
    }

    private void problems(Review review) {
        problems("introduced", review.problems().introduced());
        problems("fixed", review.problems().fixed());
        int unchanged = review.problems().unchanged().size();
        if (unchanged > 0) {
            text.append('\n').append(Count.of(unchanged, "problem")).append(" as before\n");
        }
    }

    private void problems(String title, List<Diagnostic> problems) {
        if (problems.isEmpty()) {
            return;
        }
        text.append('\n').append(style.strong("problems " + title)).append('\n');
        for (Diagnostic problem : problems) {
            String head = problem.severity().word() + "[" + problem.code().id() + "]";
            line(
                    2,
                    style.severity(problem.severity(), head) + ": "
                            + Sentences.of(problem).message());
            problem.span().ifPresent(span -> line(INDENT, style.frame("--> ") + Printable.of(span.toString())));
        }
    }

    private void manifests(List<ManifestChange> manifests) {
        if (manifests.isEmpty()) {
            return;
        }
        text.append('\n').append(style.strong("manifests")).append('\n');
        for (ManifestChange manifest : manifests) {
            line(2, manifest.change().word() + " " + Printable.of(manifest.path()));
            if (manifest.change() == ManifestChange.Change.CHANGE) {
                manifest.fields().forEach(field -> line(INDENT, words(field)));
            }
        }
    }

    private static String words(FieldChange field) {
        return Printable.of(field.pointer()) + ": " + value(field.before()) + " → " + value(field.after());
    }

    private static String value(Optional<String> value) {
        return value.map(Printable::of).orElse("none");
    }

    private void line(int indent, String words) {
        text.append(" ".repeat(indent));
        wrapped(words, indent + 2);
    }

    private void wrapped(String words, int indent) {
        text.append(String.join("\n", page.lines(words, indent, indent))).append('\n');
    }
}
