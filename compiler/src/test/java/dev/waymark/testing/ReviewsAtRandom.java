package dev.waymark.testing;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.review.Affected;
import dev.waymark.review.Effect;
import dev.waymark.review.EffectRule;
import dev.waymark.review.ManifestChange;
import dev.waymark.review.ManifestChange.Change;
import dev.waymark.review.PlanStep;
import dev.waymark.review.Review;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reviews in which every name is meant to do harm. Each holds {@link #MARK} several times, and no word of ours does. */
public final class ReviewsAtRandom {
    public static final String MARK = "zq";

    private static final List<String> HARM = List.of(
            "<img src=x onerror=alert(1)>",
            "</details>",
            "<!--",
            "-->",
            "</script>",
            "</code></summary>",
            "]]>",
            "`",
            "``",
            "```",
            "````",
            "~~~",
            "\\",
            "@team",
            "#12",
            "org/repo#1",
            "!7",
            "$x$",
            "|",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\n/approve\n",
            "\n```\n",
            "\n- [ ] a",
            "\n# a",
            "\n::error::a",
            "%0A",
            "%25",
            "::error file=a::",
            "{{",
            "{0}",
            "](https://example.com)",
            "![a](b)",
            "https://example.com",
            "**",
            "_",
            "&lt;",
            "&#96;",
            "\u202E",
            "\u200B",
            "\u2028",
            "\u0000",
            "\u001B[31m",
            "\uFEFF",
            "\uD800",
            "\uD83D\uDE00",
            "\"",
            "'",
            " ",
            "  ",
            "\t");

    private static final int LONG = 20_000;

    private final Random random;

    public ReviewsAtRandom(long seed) {
        this.random = new Random(seed);
    }

    public Review next() {
        ReviewBuilder review = new ReviewBuilder("{} changes, and {} of {}.", name(), name(), name());
        times(12, this::effect).forEach(review::effect);
        times(3, this::problem).forEach(review::introduced);
        times(3, this::problem).forEach(review::fixed);
        times(3, this::problem).forEach(review::unchanged);
        times(4, this::manifest).forEach(review::manifest);
        times(3, this::step).forEach(review::step);
        return review.build();
    }

    private <T> List<T> times(int most, Supplier<T> made) {
        return Stream.generate(made).limit(random.nextInt(most + 1)).toList();
    }

    public String name() {
        String name = MARK
                + Stream.generate(() -> HARM.get(random.nextInt(HARM.size())) + MARK)
                        .limit(1 + random.nextInt(5))
                        .collect(Collectors.joining());
        int turn = random.nextInt(40);
        String harm = HARM.get(random.nextInt(HARM.size()));
        return turn == 0 ? name + harm.repeat(LONG) : turn < 10 ? harm + name + harm : name;
    }

    public Effect effect() {
        EffectRule[] rules = EffectRule.values();
        return new Effect(
                rules[random.nextInt(rules.length)],
                maybe(),
                new Affected("Service", name(), name()),
                maybe(),
                maybe(),
                ReviewBuilder.wording("{} does not go through {}{} any longer", name(), name(), name()),
                random.nextBoolean() ? Optional.empty() : Optional.of(new Effect.Cause(span(), random.nextBoolean())));
    }

    private Optional<String> maybe() {
        return random.nextBoolean() ? Optional.empty() : Optional.of(name());
    }

    /** No file system has a name with the character 0. */
    private Span span() {
        String file = (random.nextBoolean() ? "main:" : "mesh/") + name().replace("\u0000", "");
        return ReviewBuilder.span(file, 1 + random.nextInt(9));
    }

    private Diagnostic problem() {
        Diagnostic problem = Diagnostic.of(Code.SCHEMA_VIOLATION, name(), name(), name());
        Diagnostic placed = random.nextBoolean() ? problem.at(span()).and(span(), name()) : problem;
        return random.nextBoolean() ? placed.in(name()) : placed;
    }

    private ManifestChange manifest() {
        Change[] changes = Change.values();
        return new ManifestChange(
                name(),
                changes[random.nextInt(changes.length)],
                times(5, () -> new ManifestChange.FieldChange(name(), maybe(), maybe())));
    }

    private PlanStep step() {
        return new PlanStep(
                ReviewBuilder.wording("Wait for {}", name()),
                times(3, () -> ReviewBuilder.wording("{} of {}", name(), name())),
                times(3, () -> "kubectl get ns " + name()));
    }
}
