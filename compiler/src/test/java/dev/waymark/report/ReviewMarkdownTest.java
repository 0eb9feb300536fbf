package dev.waymark.report;

import static dev.waymark.testing.ReviewBuilder.at;
import static dev.waymark.testing.ReviewBuilder.effect;
import static dev.waymark.testing.ReviewBuilder.field;
import static dev.waymark.testing.ReviewBuilder.in;
import static dev.waymark.testing.ReviewBuilder.span;
import static dev.waymark.testing.ReviewBuilder.wording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.review.EffectRule;
import dev.waymark.review.ManifestChange;
import dev.waymark.review.ManifestChange.Change;
import dev.waymark.review.PlanStep;
import dev.waymark.review.Review;
import dev.waymark.testing.Received;
import dev.waymark.testing.Resources;
import dev.waymark.testing.ReviewBuilder;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comment on a change: what it shows, in which order, and how it is cut. */
class ReviewMarkdownTest {
    private static final int DEFAULT = 60_000;
    private static final int MANY = 10_000;

    private static final String PICTURE = "flowchart LR\n  n0[\"shop\"]\n  w0([\"shop/waypoint\"])\n  n0 --> w0\n";

    private static void golden(String name, String text) throws IOException {
        Received.verify(text, Resources.path("review-markdown/" + name + ".md"));
    }

    private static Diagnostic problem(Code code, String file, int line) {
        return Diagnostic.of(code, "shop").at(span(file, line));
    }

    private static Review ordinary() {
        return new ReviewBuilder("1 service loses its waypoint, 1 moves; {} is new.", "shop/second")
                .effect(at(
                        effect(EffectRule.MOVED, "cart", "shop/first", "shop/second"),
                        span("mesh/shop.yaml", 7),
                        false))
                .effect(at(effect(EffectRule.LOST, "pay", "shop/first", ""), span("main:mesh/shop.yaml", 9), true))
                .effect(in("east", effect(EffectRule.WAYPOINT_ADDED, "second", "", "shop/second")))
                .introduced(
                        problem(Code.NO_INTENT, "mesh/shop.yaml", 3).and(span("mesh/other.yaml", 2), "the other one"))
                .fixed(problem(Code.NO_INTENT, "main:mesh/shop.yaml", 4))
                .unchanged(problem(Code.NO_INTENT, "mesh/old.yaml", 5))
                .unchanged(problem(Code.NO_INTENT, "mesh/older.yaml", 5))
                .step(new PlanStep(
                        wording("Add the waypoint {}", "shop/second"),
                        List.of(wording("Sync {} and wait until it is programmed.", "mesh-gateways")),
                        List.of("kubectl wait --for=condition=programmed gtw/second -n shop")))
                .step(new PlanStep(wording("Move the labels"), List.of(), List.of()))
                .manifest(new ManifestChange(
                        "shop/gateways/shop/gateway_second.yaml",
                        Change.ADD,
                        List.of(field("/metadata/name", "", "second"), field("/spec/gatewayClassName", "", "istio"))))
                .manifest(new ManifestChange(
                        "shop/labels/service_cart.yaml",
                        Change.CHANGE,
                        List.of(field("/metadata/labels/istio.io~1use-waypoint", "first", "second"))))
                .manifest(new ManifestChange("shop/labels/service_pay.yaml", Change.REMOVE, List.of()))
                .build();
    }

    private static Review many(EffectRule rule, int count) {
        ReviewBuilder review = new ReviewBuilder("Much changes.");
        for (int index = 0; index < count; index++) {
            review.effect(effect(rule, "cart-" + index, "shop/first", "shop/second"));
        }
        return review.build();
    }

    private static Review with(Review review, EffectRule rule) {
        ReviewBuilder more = new ReviewBuilder("Much changes.");
        Stream.concat(review.effects().stream(), Stream.of(effect(rule, "last", "", "")))
                .forEach(more::effect);
        return more.build();
    }

    @Test
    void aReviewIsAComment() throws Exception {
        golden("ordinary", ReviewMarkdown.print(ordinary(), DEFAULT, PICTURE));
    }

    @Test
    void whereNothingChangesThereIsAVerdict() throws Exception {
        golden(
                "nothing",
                ReviewMarkdown.print(new ReviewBuilder("No change in traffic or manifests.").build(), DEFAULT));
    }

    @Test
    void whatIsManyIsFolded() throws Exception {
        golden("folded", ReviewMarkdown.print(many(EffectRule.GAINED, 13), DEFAULT));
    }

    @Test
    void whatHasNoRoomIsCounted() throws Exception {
        golden("cut", ReviewMarkdown.print(with(many(EffectRule.LOST, MANY), EffectRule.MOVED), 2_400));
        golden("least", ReviewMarkdown.print(ordinary(), ReviewMarkdown.LEAST, PICTURE));
    }

    @Test
    void aBudgetIsUsed() {
        String text = ReviewMarkdown.print(many(EffectRule.LOST, MANY), DEFAULT);
        assertThat(text.length()).isBetween(DEFAULT - 1_000, DEFAULT);
        long shown = text.lines().filter(line -> line.startsWith("- ")).count();
        assertThat(text).contains("_" + (MANY - shown) + " of 10000 dangers are left out for want of room._");
    }

    @Test
    void aPictureThatHasNoRoomLeavesItToOthers() {
        String text = ReviewMarkdown.print(ordinary(), 4_000, "flowchart LR\n" + "  n0 --> w0\n".repeat(1_000));
        assertThat(text)
                .doesNotContain("```mermaid")
                .contains("### Manifests", "2 unchanged problems")
                .endsWith("_Left out for want of room: 1 picture._\n");
    }

    @Test
    void aFileDoesNotTakeAllTheRoom() {
        List<ManifestChange.FieldChange> fields =
                Stream.generate(() -> field("/data/a", "1", "2")).limit(MANY).toList();
        ManifestChange large = new ManifestChange("a.yaml", Change.CHANGE, fields);
        ManifestChange small = new ManifestChange("b.yaml", Change.CHANGE, List.of(field("/b", "1", "2")));
        String text = ReviewMarkdown.print(
                new ReviewBuilder("Much.").manifest(large).manifest(small).build(), DEFAULT);
        assertThat(text).containsPattern("\n  and 9[0-9]{3} more fields\n").contains("<code>b.yaml</code>: 1 field<");
    }

    @ParameterizedTest
    @ValueSource(ints = {ReviewMarkdown.LEAST, 5_000, DEFAULT})
    void aNameOfAnyLengthHasItsEnds(int maxChars) {
        String name = "a" + "`".repeat(100_000) + "z";
        Review review = new ReviewBuilder("{} changes", name)
                .effect(in(name, effect(EffectRule.LOST, name, name, name)))
                .manifest(new ManifestChange(name, Change.CHANGE, List.of(field(name, name, name))))
                .build();
        assertThat(ReviewMarkdown.print(review, maxChars)).hasSizeLessThanOrEqualTo(maxChars);
    }

    @Test
    void aCommandIsShownWholeOrNotAtAll() {
        PlanStep step = new PlanStep(wording("Look"), List.of(), List.of("kubectl get ns " + "a".repeat(5_000)));
        String text = ReviewMarkdown.print(new ReviewBuilder("Much.").step(step).build(), DEFAULT);
        assertThat(text).doesNotContain("kubectl").contains("# 1 command of 5015 characters is too long to be shown");
    }

    @Test
    void namesSideBySideStayApart() {
        assertThat(Markdown.words(wording("{}{}", "a", "`b`"))).isEqualTo("`a` `` `b` ``");
        assertThat(Markdown.words(wording("the `for` of {}: `", "a"))).isEqualTo("the `for` of `a`: ");
        assertThat(Markdown.words(wording("{} <b>", "@a"))).isEqualTo("`@a` `<`b`>`");
        assertThat(Markdown.code("")).isEqualTo("`\"\"`");
        assertThat(Markdown.code(" a ")).isEqualTo("`  a  `");
    }

    @Test
    void lessThanTheLeastIsAMistake() {
        assertThatThrownBy(() -> ReviewMarkdown.print(ordinary(), ReviewMarkdown.LEAST - 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
