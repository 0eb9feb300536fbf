package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of {@code waymark explain}: there is one for each code, it fits on a screen, and its examples are true. */
class ExplainTest {
    private static final Path PAGES = Path.of("src/main/resources/dev/waymark/explain");
    private static final List<String> SECTIONS =
            List.of("In the cluster: ", "Istio says: ", "To mend it: ", "Bad:", "Good:");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");

    /** Those of codes. */
    static Stream<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static List<Path> pagesOfEverything() throws IOException {
        try (Stream<Path> effects = Files.list(EffectPageTest.PAGES)) {
            return Stream.concat(pages(), effects.sorted()).toList();
        }
    }

    private static String page(Code code) {
        Run run = Run.of("explain", code.id());
        assertThat(run.exitCode()).as(run.transcript()).isZero();
        return run.out();
    }

    private static String title(Code code) {
        return code.id() + " " + code.kebabName() + " (" + code.severity().word() + ")";
    }

    @Test
    void pagesBelongToCodes() throws IOException {
        List<String> titles =
                Arrays.stream(Code.values()).map(ExplainTest::title).toList();
        assertThat(pages().map(page -> page.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(titles.stream()
                        .map(title -> title.substring(0, 6) + ".md")
                        .toList());
        for (Path page : pages().toList()) {
            assertThat(Files.readAllLines(page).get(0)).isIn(titles);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageIsThatOfTheCode(Code code) {
        assertThat(page(code)).startsWith(title(code) + "\n\n").contains(code.istioReason());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageFitsOnAScreen(Path page) throws IOException {
        assertThat(Files.readString(page)).endsWith("\n").matches("[\\n -~]*").doesNotContain(" \n", "\n\n\n");
        assertThat(Files.readAllLines(page)).hasSizeLessThanOrEqualTo(60).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageHasItsSectionsInOrder(Path page) throws IOException {
        List<String> starts = Files.readAllLines(page).stream()
                .flatMap(line -> SECTIONS.stream().filter(line::startsWith))
                .toList();
        assertThat(starts).isEqualTo(SECTIONS);
    }

    @ParameterizedTest
    @EnumSource
    void theBadExampleGivesTheCodeAndNoOther(Code code, @TempDir Path folder) throws Exception {
        List<Run> runs = PageExample.of(page(code), "Bad:").run(folder);
        assertThat(PageExample.codes(runs.get(runs.size() - 1)))
                .as(runs.toString())
                .containsExactly(code.id());
        runs.subList(0, runs.size() - 1).forEach(ExplainTest::assertNothingWrong);
    }

    @ParameterizedTest
    @EnumSource
    void theGoodExampleGivesNothing(Code code, @TempDir Path folder) throws Exception {
        PageExample.of(page(code), "Good:").run(folder).forEach(ExplainTest::assertNothingWrong);
    }

    private static void assertNothingWrong(Run run) {
        assertThat(run.exitCode()).as(run.transcript()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(PageExample.codes(run)).isEmpty();
    }

    @Test
    void noSentenceStandsTwice() throws IOException {
        List<String> sentences = new ArrayList<>();
        for (Path page : pagesOfEverything()) {
            String prose = FENCED.matcher(Files.readString(page)).replaceAll("");
            String paragraphs = prose.substring(prose.indexOf("\n\n")).replaceAll("(?ms)^(Bad:|Example, ).*", "");
            Stream.of(paragraphs
                            .replaceAll("(?m)^(In the cluster|Istio says|To mend it|Look at|To do it safely): ", "")
                            .split("(?<=[.?])\\s+|\n\n", -1))
                    .map(sentence -> sentence.replaceAll("\\s+", " ").strip())
                    .filter(sentence -> !sentence.isEmpty())
                    .forEach(sentences::add);
        }
        assertThat(sentences).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WM1002", "wm1002", "waypoint-not-found", "Waypoint-Not-Found", "WAYPOINT-NOT-FOUND"})
    void aCodeIsNamedByItsIdOrItsNameInAnyCase(String word) {
        Run run = Run.of("explain", word, "--quiet");
        assertThat(run).isEqualTo(Run.of("explain", "WM1002"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WM102, there is no code or effect `WM102`; did you mean `WM1002` (waypoint-not-found)?",
        "vm1002, there is no code or effect `vm1002`; did you mean `WM1002` (waypoint-not-found)?",
        "Waypoint-not-fuond, there is no code or effect `Waypoint-not-fuond`; did you mean `WM1002` (waypoint-not-found)?",
        "E0425, 'there is no code or effect `E0425`; messages show theirs in brackets, as in error[WM1002], and a review names effects; see waymark explain --help'",
        "service/shop/cart, 'no intent was named, and neither mesh.yaml nor mesh/ is here; name one: waymark explain TARGET FILE; or begin one: waymark init'",
        "service/, '`service/` is no target; write KIND/NAMESPACE/NAME, or namespace/NAME; see waymark explain --help'",
        "services/shop/cart, nothing of kind `services` can have a waypoint; did you mean `service`?",
        "WM1002 WM1003, 'explain takes one code or effect, and no intents beside it; see waymark explain --help'",
        "'', 'there is no code or effect ``; messages show theirs in brackets, as in error[WM1002], and a review names effects; see waymark explain --help'",
    })
    void aTargetThatIsUnknownIsMisuse(String words, String message) {
        assertMisuse(Run.of(("explain " + words).split(" ", -1)), message);
    }

    @Test
    void nothingIsMisuse() {
        assertMisuse(
                Run.of("explain"),
                "explain needs a target, such as service/shop/cart, a code, such as WM1002, or an effect, such as lost; see waymark explain --help");
    }

    private static void assertMisuse(Run run, String message) {
        assertThat(run.exitCode()).as(run.transcript()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("waymark: " + message + "\n");
    }

    @Test
    void jsonHoldsThePage() {
        assertThat(json("WM1002").propertyNames()).containsExactly("code", "name", "severity", "istioReason", "text");
        assertThat(json("WM1002").path("code").asString()).isEqualTo("WM1002");
        assertThat(json("WM1002").path("name").asString()).isEqualTo("waypoint-not-found");
        assertThat(json("WM1002").path("severity").asString()).isEqualTo("error");
        assertThat(json("WM1002").path("istioReason").asString()).isEqualTo("WaypointIsNotReady");
        assertThat(json("WM1002").path("text").asString())
                .isEqualTo(Run.of("explain", "WM1002").out());
        assertThat(json("WM2003").path("istioReason").isNull()).isTrue();
    }

    private static JsonNode json(String code) {
        Run run = Run.of("explain", code, "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith("\n}\n");
        return new JsonMapper().readTree(run.out());
    }
}
