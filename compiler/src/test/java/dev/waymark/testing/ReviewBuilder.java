package dev.waymark.testing;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.review.Affected;
import dev.waymark.review.Effect;
import dev.waymark.review.EffectRule;
import dev.waymark.review.ManifestChange;
import dev.waymark.review.PlanStep;
import dev.waymark.review.Problems;
import dev.waymark.review.Review;
import dev.waymark.review.Wording;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Builds a review part by part. */
public final class ReviewBuilder {
    private final Wording verdict;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Diagnostic> introduced = new ArrayList<>();
    private final List<Diagnostic> fixed = new ArrayList<>();
    private final List<Diagnostic> unchanged = new ArrayList<>();
    private final List<ManifestChange> manifests = new ArrayList<>();
    private final List<PlanStep> plan = new ArrayList<>();

    public ReviewBuilder(String verdict, Object... names) {
        this.verdict = wording(verdict, names);
    }

    public ReviewBuilder effect(Effect effect) {
        effects.add(effect);
        return this;
    }

    public ReviewBuilder introduced(Diagnostic diagnostic) {
        introduced.add(diagnostic);
        return this;
    }

    public ReviewBuilder fixed(Diagnostic diagnostic) {
        fixed.add(diagnostic);
        return this;
    }

    public ReviewBuilder unchanged(Diagnostic diagnostic) {
        unchanged.add(diagnostic);
        return this;
    }

    public ReviewBuilder manifest(ManifestChange manifest) {
        manifests.add(manifest);
        return this;
    }

    public ReviewBuilder step(PlanStep step) {
        plan.add(step);
        return this;
    }

    public Review build() {
        List<Effect> sorted = new ArrayList<>(effects);
        Collections.sort(sorted);
        return new Review(
                true, verdict, sorted, new Problems(introduced, fixed, unchanged), manifests, List.of(), plan);
    }

    /**
     * A sentence with names.
     *
     * @param sentence with {@code {}} for each
     */
    public static Wording wording(String sentence, Object... names) {
        List<Wording.Part> parts = new ArrayList<>();
        String[] words = sentence.split("\\{}", -1);
        for (int index = 0; index < words.length; index++) {
            if (!words[index].isEmpty()) {
                parts.add(new Wording.Part(words[index], false));
            }
            if (index < names.length) {
                parts.add(new Wording.Part(String.valueOf(names[index]), true));
            }
        }
        return new Wording(parts);
    }

    /** An effect on a service without a cause. */
    public static Effect effect(EffectRule rule, String service, String before, String after) {
        Affected target = new Affected("Service", "shop", service);
        return new Effect(
                rule,
                Optional.empty(),
                target,
                optional(before),
                optional(after),
                wording("{} is another one now", target.words()),
                Optional.empty());
    }

    /** The same with a cause. */
    public static Effect at(Effect effect, Span span, boolean removed) {
        return new Effect(
                effect.rule(),
                effect.cluster(),
                effect.target(),
                effect.before(),
                effect.after(),
                effect.message(),
                Optional.of(new Effect.Cause(span, removed)));
    }

    /** The same in a cluster of a fleet. */
    public static Effect in(String cluster, Effect effect) {
        return new Effect(
                effect.rule(),
                Optional.of(cluster),
                effect.target(),
                effect.before(),
                effect.after(),
                effect.message(),
                effect.cause());
    }

    /** A word that is alone on a line of a file. */
    public static Span span(String file, int line) {
        return new Span(new SourceFile(file, "\n".repeat(line - 1) + "word\n"), line - 1, line + 3);
    }

    /** A field that is not as it was; an empty text for none. */
    public static ManifestChange.FieldChange field(String pointer, String before, String after) {
        return new ManifestChange.FieldChange(pointer, optional(before), optional(after));
    }

    private static Optional<String> optional(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
