package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Program;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SARIF logs: valid against the standard's own schema, and the same finding looks the same in every run. */
class SarifOutputTest {
    private static final JsonSchema SCHEMA = JsonSchema.of(Yaml.tree(Resources.text("sarif/sarif-2.1.0-rtm.5.json")));

    /** One field that is unknown, and one waypoint that nobody uses. */
    private static final String TWO_MISTAKES = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshIntent
            metadata: {name: shop}
            spec:
              waypoints:
              - {namespace: shop, consumer: []}
              - {name: b, namespace: shop, consumer: []}
            """;

    private final Desk desk;

    SarifOutputTest(@TempDir Path root) {
        this.desk = new Desk(root);
    }

    private static Tree log(Run run) {
        assertThat(run.err()).isEmpty();
        return log(run.out());
    }

    private static Tree log(String text) {
        assertThat(text).endsWith("\n}\n").matches("\\p{ASCII}*");
        Tree log = Yaml.tree(text);
        assertThat(SCHEMA.violations(log)).isEmpty();
        return log;
    }

    private static Tree validate(String file) {
        return log(Run.of("validate", file, "--format", "sarif"));
    }

    private static List<Tree> results(Tree log) {
        return log.trees("runs").get(0).trees("results");
    }

    private static List<Tree> rules(Tree log) {
        return log.trees("runs").get(0).at("tool", "driver").trees("rules");
    }

    private static Tree place(Tree located) {
        return located.at("physicalLocation");
    }

    private static List<String> fingerprints(Tree log) {
        return results(log).stream()
                .map(result -> result.at("partialFingerprints").text("waymark/v1"))
                .toList();
    }

    @Test
    void aFindingHasItsRuleItsPlaceAndItsWords() throws Exception {
        Run run = Run.of("validate", desk.bad(), "--format", "sarif");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(log(run).text("version")).isEqualTo("2.1.0");
        assertThat(log(run).trees("runs").get(0).text("columnKind")).isEqualTo("unicodeCodePoints");
        Tree result = results(log(run)).get(0);
        assertThat(result.text("ruleId")).isEqualTo("WM0005");
        assertThat(result.text("level")).isEqualTo("error");
        assertThat(result.at("message").text("text").lines())
                .containsExactly(
                        "`consumer` is not a field of an entry of `waypoints`",
                        "so: nothing would read it, so that the mesh would differ from what the file says",
                        "help: did you mean `consumers`?");
        assertThat(place(result.trees("locations").get(0)).at("region").map())
                .hasToString("{startLine=8, startColumn=46, endLine=8, endColumn=54}");
        Tree rule = rules(log(run)).get(0);
        assertThat(rule.text("id")).isEqualTo("WM0005");
        assertThat(rule.text("name")).isEqualTo("unknown-field");
        assertThat(rule.at("shortDescription").text("text")).isEqualTo("Unknown field");
        assertThat(rule.at("fullDescription").text("text"))
                .isEqualTo(
                        "`\u2026` is not a field of \u2026. Nothing would read it, so that the mesh would differ from "
                                + "what the file says.");
    }

    @Test
    void otherPlacesAreRelatedLocations() throws Exception {
        String intent = desk.file("mesh.yaml", """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec:
                  waypoints:
                  - {namespace: shop, for: workload, consumers: [{service: cart}]}
                """);
        Tree related =
                results(validate(intent)).get(0).trees("relatedLocations").get(0);
        assertThat(place(related).at("region").map())
                .containsEntry("startLine", 6L)
                .containsEntry("startColumn", 28L);
        assertThat(related.at("message").text("text")).isNotEmpty();
    }

    @Test
    void rulesAreThoseThatFoundSomething() throws Exception {
        Tree log = log(Run.of("validate", desk.doubtful(), desk.bad(), "--format", "sarif"));
        assertThat(rules(log)).extracting(rule -> rule.text("id")).containsExactly("WM0005");
        Tree doubtful = validate(desk.doubtful());
        assertThat(rules(doubtful)).extracting(rule -> rule.text("id")).containsExactly("WM2003");
        assertThat(results(doubtful).get(0).map())
                .containsEntry("ruleIndex", 0L)
                .containsEntry("level", "warning");
        assertThat(results(validate(desk.notable())).get(0).text("level")).isEqualTo("note");
    }

    @Test
    void whereNothingIsWrongThereAreNoResults() throws Exception {
        Run run = Run.of("validate", desk.good(), "--format", "sarif");
        assertThat(run.exitCode()).isZero();
        assertThat(results(log(run))).isEmpty();
        assertThat(log(run).trees("runs").get(0).map()).containsKey("results");
    }

    @Test
    void filesAreNamedFromTheWorkingDirectory() throws Exception {
        Files.createDirectories(desk.root().resolve("my mesh"));
        desk.file("my mesh/50%.yaml", Desk.text());
        Program.End end = Program.waymark(desk.root()).run("validate", "./my mesh", "--format", "sarif");
        Tree location = results(log(end.printed())).get(0).trees("locations").get(0);
        assertThat(place(location).at("artifactLocation").text("uri")).isEqualTo("my%20mesh/50%25.yaml");
    }

    @Test
    void filesElsewhereHaveAScheme() throws Exception {
        Tree location = results(validate(desk.bad())).get(0).trees("locations").get(0);
        assertThat(place(location).at("artifactLocation").text("uri")).isEqualTo("file://" + desk.path("bad.yaml"));
    }

    @Test
    void whatHasNoPlaceStandsAtTheBeginning() {
        Tree location = results(log(Run.withInput("", "validate", "-", "--format", "sarif")))
                .get(0)
                .trees("locations")
                .get(0);
        assertThat(place(location).at("artifactLocation").text("uri")).isEqualTo("-");
        assertThat(place(location).at("region").map()).containsEntry("startLine", 1L);
    }

    @Test
    void aFingerprintOutlivesALineThatIsAddedAbove() throws Exception {
        List<String> before = fingerprints(validate(desk.file("mesh.yaml", TWO_MISTAKES)));
        List<String> after = fingerprints(validate(desk.file("mesh.yaml", "# a comment\n\n" + TWO_MISTAKES)));
        assertThat(before).hasSize(2).doesNotHaveDuplicates();
        assertThat(after).isEqualTo(before);
        assertThat(before).allMatch(fingerprint -> fingerprint.endsWith(":1"));
        assertThat(fingerprints(validate(desk.file("other.yaml", TWO_MISTAKES))))
                .doesNotContainAnyElementsOf(before);
    }

    @Test
    void equalFindingsAreCounted() throws Exception {
        Tree log = validate(desk.file("mesh.yaml", TWO_MISTAKES + "---\n" + TWO_MISTAKES));
        assertThat(fingerprints(log)).hasSize(4).doesNotHaveDuplicates();
        assertThat(fingerprints(log).stream().map(fingerprint -> fingerprint.substring(64)))
                .containsExactly(":1", ":1", ":2", ":2");
    }

    @Test
    void nothingInAnInputIsRawOrALink() throws Exception {
        Tree log = validate(desk.file(Hostile.FILE, Hostile.INTENT));
        assertThat(results(log)).hasSizeGreaterThanOrEqualTo(4);
        for (Tree result : results(log)) {
            String text = result.at("message").text("text");
            assertThat(text).doesNotContain("\u202E", "\u001B", "\r", "](").doesNotContainPattern("(?<!\\{)\\{0}");
            assertThat(text.lines()).hasSizeLessThanOrEqualTo(3);
            Tree location = result.trees("locations").get(0);
            assertThat(place(location).at("artifactLocation").text("uri"))
                    .endsWith("/a%0A%3A%3Aerror%3A%3A%250A%2Cline%3D9%3A%22%27%E2%80%AE%1B%5B31m%5D%28x%29.yaml");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleCanBeDescribed(Code code) {
        for (String text : List.of(code.title(), code.summary(), code.advice())) {
            assertThat(text).matches("[A-Z`\u2026].*").hasSizeLessThan(1024).doesNotContainPattern("\\{[0-9]}|\\.\\.");
        }
    }

    @Test
    void aLogThatBreaksTheStandardIsRefused() throws Exception {
        Tree log = validate(desk.bad());
        Map<String, Object> other = new LinkedHashMap<>(log.map());
        other.put("version", "2.0.0");
        assertThat(SCHEMA.violations(new Tree(other))).isNotEmpty();
        String level = Run.of("validate", desk.bad(), "--format", "sarif")
                .out()
                .replace("\"level\" : \"error\"", "\"level\" : \"fatal\"");
        assertThat(SCHEMA.violations(Yaml.tree(level))).isNotEmpty();
    }
}
