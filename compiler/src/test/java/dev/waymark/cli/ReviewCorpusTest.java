package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.review.EffectRule;
import dev.waymark.review.Grade;
import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs every change of the corpus, in every format, forth and back. */
class ReviewCorpusTest {
    private static final JsonSchema SCHEMA = JsonSchema.published("review.schema.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The same on every page. */
    private static final Pattern ASSETS =
            Pattern.compile("(?s)(<style>|<script type=\"module\">).*?(</style>|</script>)");

    private static final Pattern HASH = Pattern.compile("sha256-[^']+");

    static Stream<ReviewCase> cases() throws IOException {
        return ReviewCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheChangeDoes(ReviewCase each) throws IOException {
        assertThat(each.orphans()).isEmpty();
        Golden.verify(each.review().transcript(), each.folder().resolve("output.txt"));
        Golden.verify(each.review("--plan").out(), each.folder().resolve("plan.txt"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysSoInEveryFormat(ReviewCase each) throws IOException {
        for (List<String> format : ReviewCase.FORMATS) {
            String out = each.review("--format", format.get(0)).out();
            Golden.verify(
                    HASH.matcher(ASSETS.matcher(out).replaceAll("$1…$2")).replaceAll("sha256-…"),
                    each.folder().resolve(format.get(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theJsonIsAsItsSchemaSays(ReviewCase each) throws IOException {
        for (Run run : List.of(each.review("--format", "json"), each.review("--format", "json", "--plan"))) {
            assertThat(SCHEMA.violations(new Tree(JSON.readValue(run.out(), new TypeReference<>() {}))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingDiffersFromItself(ReviewCase each) throws IOException {
        for (String side : List.of("before", "after")) {
            Run run = each.compare(side, side, "--exit-code", "--quiet");
            if (!run.out().contains("cannot be compiled")) {
                assertThat(run.out()).startsWith("No change in traffic or manifests.\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReverseMirrorsTheChange(ReviewCase each) throws IOException {
        JsonNode forth = JSON.readTree(each.review("--format", "json").out());
        JsonNode back = JSON.readTree(each.reverse("--format", "json").out());
        List<String> mirrored = effects(forth).stream().map(Mirror::of).sorted().toList();
        assertThat(effects(back).stream().map(Mirror::plain).sorted().toList()).isEqualTo(mirrored);
        assertThat(manifests(back, false)).isEqualTo(manifests(forth, true));
        assertThat(messages(back.at("/problems/introduced"))).isEqualTo(messages(forth.at("/problems/fixed")));
    }

    private static List<JsonNode> effects(JsonNode review) {
        return review.get("effects").valueStream().filter(Mirror::isMirrored).toList();
    }

    private static List<String> manifests(JsonNode review, boolean reversed) {
        List<String> lines = new ArrayList<>();
        review.get("manifests").forEach(manifest -> {
            String change = manifest.get("change").asString();
            String shown =
                    !reversed ? change : change.equals("add") ? "remove" : change.equals("remove") ? "add" : change;
            lines.add(manifest.get("path").asString() + " " + shown);
            manifest.get("fields")
                    .forEach(field ->
                            lines.add(manifest.get("path").asString() + " " + field.get(reversed ? "after" : "before")
                                    + " → " + field.get(reversed ? "before" : "after")));
        });
        Collections.sort(lines);
        return lines;
    }

    private static List<String> messages(JsonNode diagnostics) {
        return diagnostics
                .valueStream()
                .map(each -> each.get("code").asString() + each.get("message").asString())
                .sorted()
                .toList();
    }

    @Test
    void everyEffectAndEveryGradeIsThereTwice() throws IOException {
        Map<EffectRule, Integer> rules = new EnumMap<>(EffectRule.class);
        Map<Grade, Integer> grades = new EnumMap<>(Grade.class);
        for (ReviewCase each : ReviewCase.all().toList()) {
            for (JsonNode effect :
                    JSON.readTree(each.review("--format", "json").out()).get("effects")) {
                EffectRule rule =
                        EffectRule.find(effect.get("effect").asString()).orElseThrow();
                rules.merge(rule, 1, Integer::sum);
                grades.merge(rule.grade(), 1, Integer::sum);
            }
        }
        assertThat(Arrays.stream(EffectRule.values()).filter(rule -> rules.getOrDefault(rule, 0) < 2))
                .isEmpty();
        assertThat(Arrays.stream(Grade.values()).filter(grade -> grades.getOrDefault(grade, 0) < 2))
                .isEmpty();
    }
}
