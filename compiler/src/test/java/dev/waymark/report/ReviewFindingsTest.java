package dev.waymark.report;

import static dev.waymark.testing.ReviewBuilder.at;
import static dev.waymark.testing.ReviewBuilder.effect;
import static dev.waymark.testing.ReviewBuilder.in;
import static dev.waymark.testing.ReviewBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.review.Effect;
import dev.waymark.review.EffectRule;
import dev.waymark.review.Grade;
import dev.waymark.review.Review;
import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Received;
import dev.waymark.testing.Resources;
import dev.waymark.testing.ReviewBuilder;
import dev.waymark.testing.ReviewsAtRandom;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import dev.waymark.yaml.Places;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A review for services that show messages beside lines of a change. */
class ReviewFindingsTest {
    private static final JsonSchema SARIF = JsonSchema.of(Yaml.tree(Resources.text("sarif/sarif-2.1.0-rtm.5.json")));
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int SEEDS = 40;

    private static final Pattern COMMAND =
            Pattern.compile("::(error|warning|notice) file=([^,:]+),line=([0-9]+)(?:,col=[0-9]+)?,endLine=[0-9]+"
                    + "(?:,endColumn=[0-9]+)?,title=([a-z-]+|WM[0-9]{4})::(.+)");

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    private static Findings findings(Review review) {
        return Findings.ofReview(review, new Places(List.of()), "main:mesh");
    }

    private static Findings findings(Effect... effects) {
        ReviewBuilder review = new ReviewBuilder("Something changes.");
        List.of(effects).forEach(review::effect);
        return findings(review.build());
    }

    private static Finding finding(Effect effect) {
        return findings(effect).list().get(0);
    }

    private static Diagnostic problem(String file, int line) {
        return Diagnostic.of(Code.NO_INTENT, "shop").at(span(file, line));
    }

    private static Effect lost() {
        return effect(EffectRule.LOST, "pay", "shop/first", "");
    }

    /** Dangers come last in it where they are sorted as they were found. */
    private static Review ordinary() {
        return new ReviewBuilder("2 services change.")
                .effect(at(effect(EffectRule.GAINED, "new", "", "shop/first"), span("HEAD:mesh/shop.yaml", 5), false))
                .effect(at(
                        effect(EffectRule.MOVED, "cart", "shop/first", "shop/second"),
                        span("mesh/shop.yaml", 7),
                        false))
                .effect(in("east", at(lost(), span("main:mesh/shop.yaml", 9), true)))
                .introduced(problem("HEAD:mesh/shop.yaml", 3).and(span("HEAD:mesh/other.yaml", 2), "the other one"))
                .fixed(problem("main:mesh/shop.yaml", 4))
                .unchanged(problem("mesh/old.yaml", 5))
                .build();
    }

    private static void golden(String name, String text) throws IOException {
        Received.verify(text, Resources.path("review-findings/" + name));
    }

    @Test
    void eachFormatShowsEffectsAndProblems() throws Exception {
        Findings findings = findings(ordinary());
        golden("github.txt", GithubReport.print(findings));
        golden("gitlab.json", GitlabReport.print(findings));
        golden("sarif.json", SarifReport.print(findings));
    }

    @Test
    void dangersComeFirstAndWhatWasThereBeforeComesLast() {
        assertThat(findings(ordinary()).list())
                .extracting(finding -> finding.rule().id())
                .containsExactly("lost", "WM0007", "moved", "gained", "WM0007");
    }

    @Test
    void whatWasRemovedStandsAtTheBeginningOfItsFile() {
        Finding finding = finding(at(lost(), span("main:mesh/shop.yaml", 9), true));
        assertThat(finding.place()).hasToString("mesh/shop.yaml:1:1");
        assertThat(finding.sentences().lines()).endsWith("\nit stood at main:mesh/shop.yaml:9:1");
        assertThat(finding(at(lost(), span("mesh/shop.yaml", 9), false)).place())
                .hasToString("mesh/shop.yaml:9:1");
        assertThat(finding(lost()).place()).hasToString("mesh:1:1");
    }

    @Test
    void aFingerprintIsOfWhatHappensAndNotOfALine() {
        String fingerprint = finding(lost()).fingerprint();
        assertThat(finding(at(lost(), span("a.yaml", 9), false)).fingerprint()).isEqualTo(fingerprint);
        assertThat(List.of(
                        in("east", lost()),
                        effect(EffectRule.OPT_OUT, "pay", "shop/first", ""),
                        effect(EffectRule.LOST, "cart", "shop/first", ""),
                        effect(EffectRule.LOST, "pay", "shop/second", ""),
                        effect(EffectRule.LOST, "pay", "", "shop/first")))
                .extracting(effect -> finding(effect).fingerprint())
                .doesNotHaveDuplicates()
                .doesNotContain(fingerprint);
        assertThat(findings(lost(), lost()).list())
                .extracting(Finding::fingerprint)
                .containsExactly(fingerprint, fingerprint.replaceAll("1$", "2"));
    }

    @ParameterizedTest
    @EnumSource
    void everyEffectCanBeDescribed(EffectRule rule) {
        FindingRule described = FindingRule.of(rule);
        assertThat(described.title()).matches("[A-Z][a-z ]+");
        assertThat(List.of(described.summary(), described.advice()))
                .allMatch(text -> text.matches("[A-Z].{15,150}\\."));
        assertThat(FindingRule.all()).contains(described);
        assertThat(described.severity().word())
                .isEqualTo(rule.grade() == Grade.DANGER ? "error" : rule.grade() == Grade.CAUTION ? "warning" : "note");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noNameIsACommand(long seed) {
        Findings findings = findings(new ReviewsAtRandom(seed).next());
        String printed = GithubReport.print(findings);
        List<String> lines = printed.lines().toList();
        assertThat(printed).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
        assertThat(lines).hasSameSizeAs(findings.list());
        for (String line : lines) {
            Matcher command = COMMAND.matcher(line);
            assertThat(command.matches()).as(line).isTrue();
            assertThat(command.group(2) + command.group(5)).doesNotContainPattern("%(?!0A|25|3A|2C)");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noNameIsRawOrALink(long seed) {
        Findings findings = findings(new ReviewsAtRandom(seed).next());
        String printed = SarifReport.print(findings);
        assertThat(printed).matches("(?s)[\\x20-\\x7E\n]*");
        assertThat(SARIF.violations(Yaml.tree(printed))).isEmpty();
        List<Tree> results = Yaml.tree(printed).trees("runs").get(0).trees("results");
        assertThat(results).hasSameSizeAs(findings.list());
        assertThat(results)
                .extracting(result -> result.at("partialFingerprints"))
                .doesNotHaveDuplicates();
        for (Tree result : results) {
            assertThat(result.at("message").text("text"))
                    .doesNotContain("](")
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]|(?<!\\{)\\{(?:\\{\\{)*[0-9]");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatGitlabReadsIsWhatWasFound(long seed) {
        Findings findings = findings(new ReviewsAtRandom(seed).next());
        String printed = GitlabReport.print(findings);
        assertThat(printed).matches("(?s)[\\x20-\\x7E\n]*");
        List<JsonNode> entries = MAPPER.readTree(printed).valueStream().toList();
        assertThat(entries)
                .extracting(entry -> entry.path("fingerprint").asString())
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        findings.list().stream().map(Finding::fingerprint).toList());
        for (JsonNode entry : entries) {
            assertThat(entry.path("description").asString()).isNotEmpty().doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
            assertThat(entry.path("severity").asString()).isIn("critical", "minor", "info");
            assertThat(entry.path("location").path("path").asString())
                    .isNotEmpty()
                    .doesNotStartWith("main:");
            assertThat(entry.path("location").path("lines").path("begin").asInt())
                    .isPositive();
        }
    }
}
