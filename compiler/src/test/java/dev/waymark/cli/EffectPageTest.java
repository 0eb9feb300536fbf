package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Explanation;
import dev.waymark.review.EffectPage;
import dev.waymark.review.EffectRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of effects: there is one for each, shaped like those of codes, and its example compiles. */
class EffectPageTest {
    static final Path PAGES = Path.of("src/main/resources/dev/waymark/explain/effects");
    private static final List<String> SECTIONS =
            List.of("In the cluster: ", "Look at: ", "To do it safely: ", "Example, ");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^Example, which gives `([a-z-]+)` for ([A-Z]\\S+ \\S+):$");

    private static String page(EffectRule rule) {
        Run run = Run.of("explain", rule.word());
        assertThat(run.exitCode()).as(run.transcript()).isZero();
        return run.out();
    }

    /** The line above the example of a page: the word of the effect, and what it is on. */
    private static MatchResult heading(String page) {
        List<MatchResult> headings = EXAMPLE.matcher(page).results().toList();
        assertThat(headings).as(page).hasSize(1);
        return headings.get(0);
    }

    @Test
    void pagesBelongToEffects() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(EffectRule.values())
                            .map(rule -> rule.word() + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageIsThatOfTheEffect(EffectRule rule) {
        assertThat(page(rule)).startsWith(rule.word() + " (" + rule.grade().word() + ")\n\n");
        assertThat(heading(page(rule)).group(1)).isEqualTo(rule.word());
    }

    @ParameterizedTest
    @EnumSource
    void thePageFitsOnAScreen(EffectRule rule) {
        assertThat(page(rule)).endsWith("\n").matches("[\\n -~]*").doesNotContain(" \n", "\n\n\n");
        assertThat(page(rule).lines()).hasSizeLessThanOrEqualTo(60).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @EnumSource
    void thePageHasItsSectionsInOrder(EffectRule rule) {
        assertThat(page(rule).lines().flatMap(line -> SECTIONS.stream().filter(line::startsWith)))
                .isEqualTo(SECTIONS);
    }

    @ParameterizedTest
    @EnumSource
    void bothSidesOfTheExampleCompile(EffectRule rule, @TempDir Path folder) throws IOException {
        PageExample.below(page(rule), heading(page(rule))).writeFiles(folder);
        for (String side : sides(folder)) {
            Run run = validate(folder, side);
            assertThat(run.exitCode()).as(run.transcript()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExampleGivesTheEffect(EffectRule rule, @TempDir Path folder) throws Exception {
        MatchResult heading = heading(page(rule));
        List<Run> runs = PageExample.below(page(rule), heading).run(folder);
        Run review = runs.get(runs.size() - 1);
        assertThat(review.exitCode()).as(review.transcript()).isZero();
        assertThat(review.out()
                        .lines()
                        .dropWhile(line -> !line.matches("(danger|caution|info): " + rule.word() + "( \\([0-9]+\\))?"))
                        .takeWhile(line -> !line.isEmpty()))
                .as(review.transcript())
                .anyMatch(
                        line -> line.startsWith("  " + heading.group(2) + " ") || line.equals("  " + heading.group(2)));
    }

    private static List<String> sides(Path folder) {
        return Files.exists(folder.resolve("before"))
                ? List.of("before", "after")
                : List.of("before.yaml", "after.yaml");
    }

    private static Run validate(Path folder, String side) {
        String intent = folder.resolve(side).toString();
        Path manifests = folder.resolve("manifests");
        return Files.exists(manifests)
                ? Run.of("validate", intent, "--inventory", manifests.toString())
                : Run.of("validate", intent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "Lost", "LOST"})
    void anEffectIsNamedInAnyCase(String word) {
        assertThat(Run.of("explain", word)).isEqualTo(Run.of("explain", "lost", "--quiet"));
    }

    @ParameterizedTest
    @CsvSource({
        "los, lost",
        "gaind, gained",
        "Loses-Enforcment, loses-enforcement",
        "waypoint_added, waypoint-added",
        "waypoint-remove, waypoint-removed"
    })
    void aNearEffectIsOffered(String word, String meant) {
        Run run = Run.of("explain", word);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("waymark: there is no code or effect `" + word + "`; did you mean `" + meant + "`?\n");
    }

    @Test
    void aNameOfACodeAndOfAnEffectIsTheEffectWhosePageNamesTheCode() {
        List<String> shared = EffectPage.words().stream()
                .filter(Explanation.words()::contains)
                .toList();
        assertThat(shared).containsExactly("admits-everyone");
        for (String word : shared) {
            String code = Explanation.of(word).orElseThrow().code().id();
            assertThat(Run.of("explain", word).out())
                    .startsWith(word + " (danger)\n")
                    .contains(code);
        }
    }

    @Test
    void anEffectStandsAlone() {
        Run run = Run.of("explain", "lost", "mesh.yaml");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("waymark: explain takes one code or effect, and no intents beside it");
    }

    @Test
    void jsonHoldsThePage() {
        Run run = Run.of("explain", "Restart", "--format", "json");
        assertThat(run.out()).endsWith("\n}\n");
        JsonNode json = new JsonMapper().readTree(run.out());
        assertThat(json.propertyNames()).containsExactly("effect", "grade", "text");
        assertThat(json.path("effect").asString()).isEqualTo("restart");
        assertThat(json.path("grade").asString()).isEqualTo("caution");
        assertThat(json.path("text").asString()).isEqualTo(page(EffectRule.RESTART));
    }
}
