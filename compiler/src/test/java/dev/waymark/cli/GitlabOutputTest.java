package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Code quality reports of GitLab. */
class GitlabOutputTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Desk desk;

    GitlabOutputTest(@TempDir Path root) {
        this.desk = new Desk(root);
    }

    private static JsonNode json(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("\n").matches("\\p{ASCII}*");
        return MAPPER.readTree(run.out());
    }

    private static JsonNode validate(String file) {
        return json(Run.of("validate", file, "--format", "gitlab"));
    }

    @Test
    void everyFindingHasTheFieldsThatGitlabReads() throws Exception {
        Run run = Run.of("validate", desk.bad(), "--format", "gitlab");
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode expected = MAPPER.readTree(
                """
                [{"description": "`consumer` is not a field of an entry of `waypoints`; help: did you mean `consumers`?",
                  "check_name": "WM0005", "fingerprint": "%s", "severity": "critical",
                  "location": {"path": "%s", "lines": {"begin": 8}}}]
                """.formatted(json(run).path(0).path("fingerprint").asString(), desk.path("bad.yaml")));
        assertThat(json(run)).isEqualTo(expected);
        assertThat(json(run).path(0).path("fingerprint").asString()).matches("[0-9a-f]{64}:1");
    }

    @Test
    void severitiesAreGitlabs() throws Exception {
        assertThat(validate(desk.doubtful()).path(0).path("severity").asString())
                .isEqualTo("minor");
        assertThat(validate(desk.notable()).path(0).path("severity").asString()).isEqualTo("info");
    }

    @Test
    void whereNothingIsWrongTheListIsEmpty() throws Exception {
        Run run = Run.of("validate", desk.good(), "--format", "gitlab");
        assertThat(run.exitCode()).isZero();
        assertThat(json(run)).isEmpty();
    }

    @Test
    void whatHasNoPlaceStandsAtTheFirstLine() {
        JsonNode finding =
                json(Run.withInput("", "validate", "-", "--format", "gitlab")).path(0);
        assertThat(finding.path("location")).hasToString("{\"path\":\"-\",\"lines\":{\"begin\":1}}");
    }

    @Test
    void fingerprintsDiffer() throws Exception {
        String file = desk.file("mesh.yaml", Hostile.INTENT + "---\n" + Hostile.INTENT);
        List<String> fingerprints = validate(file)
                .valueStream()
                .map(finding -> finding.path("fingerprint").asString())
                .toList();
        assertThat(fingerprints).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
        assertThat(fingerprints).anyMatch(fingerprint -> fingerprint.endsWith(":2"));
    }

    @Test
    void nothingInAnInputIsRaw() throws Exception {
        JsonNode findings = validate(desk.file(Hostile.FILE, Hostile.INTENT));
        assertThat(findings).isNotEmpty();
        for (JsonNode finding : findings) {
            assertThat(finding.path("description").asString()).doesNotContain("\u202E", "\u001B", "\r", "\n");
            assertThat(finding.path("location").path("path").asString()).isEqualTo(desk.path(Hostile.FILE));
        }
    }
}
