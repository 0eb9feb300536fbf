package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workflow commands: one line for each message, and nothing in it that is not ours to say. */
class GithubOutputTest {
    private static final Pattern COMMAND = Pattern.compile(
            "::(error|warning|notice) file=([^,:]+),line=([0-9]+)(,col=[0-9]+)?,endLine=([0-9]+)(,endColumn=[0-9]+)?,"
                    + "title=(WM[0-9]{4})::(.+)");

    private final Desk desk;

    GithubOutputTest(@TempDir Path root) {
        this.desk = new Desk(root);
    }

    private static Run validate(String file) {
        return Run.of("validate", file, "--format", "github");
    }

    @Test
    void anErrorIsOneCommand() throws Exception {
        Run run = validate(desk.bad());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("::error file=" + desk.path("bad.yaml")
                        + ",line=8,col=46,endLine=8,endColumn=54,title=WM0005::"
                        + "`consumer` is not a field of an entry of `waypoints`"
                        + "%0Aso: nothing would read it, so that the mesh would differ from what the file says"
                        + "%0Ahelp: did you mean `consumers`?\n");
    }

    @Test
    void filesAreNamedFromTheWorkingDirectory() throws Exception {
        Files.createDirectory(desk.root().resolve("mesh"));
        desk.file("mesh/bad.yaml", Desk.text());
        Program.End end = Program.waymark(desk.root()).run("validate", desk.path("mesh"), "--format", "github");
        assertThat(end.printed()).startsWith("::error file=mesh/bad.yaml,line=8,");
    }

    @Test
    void otherPlacesAreInTheMessage() throws Exception {
        String intent = desk.file("mesh.yaml", """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec:
                  waypoints:
                  - {namespace: shop, consumers: [{service: cart}]}
                  - {namespace: shop, consumers: [{service: cart}]}
                """);
        assertThat(validate(intent).out()).startsWith("::error ").contains("%0A" + intent + ":6:");
    }

    @Test
    void aStretchOfSeveralLinesHasNoColumns() {
        String intent = """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: a}
                spec:
                  waypoints:
                  - namespace: {a: b,
                      c: d}
                """;
        Run run = Run.withInput(intent, "validate", "-", "--format", "github");
        assertThat(run.out()).startsWith("::error file=-,line=6,endLine=7,title=WM0004::");
    }

    @ParameterizedTest
    @CsvSource({"warning, 1, warning", "error, 0, warning"})
    void severitiesAndExitCodesAreThoseOfText(String failOn, int exitCode, String word) throws Exception {
        Run run = Run.of("validate", desk.doubtful(), "--format", "github", "--fail-on", failOn);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).startsWith("::" + word + " file=").contains(",title=WM2003::");
        assertThat(validate(desk.notable()).out()).startsWith("::notice file=");
    }

    @Test
    void whereNothingIsWrongNothingIsPrinted() throws Exception {
        assertThat(validate(desk.good()).transcript()).isEqualTo("--- exit code 0\n");
    }

    @Test
    void quietIsAboutErrorsOnly() throws Exception {
        assertThat(Run.of("validate", desk.doubtful(), "--format", "github", "--quiet")
                        .out())
                .isEmpty();
        assertThat(Run.of("validate", desk.bad(), "--format", "github", "--quiet")
                        .out())
                .startsWith("::error ");
    }

    @Test
    void whatHasNoPlaceStandsAtTheInput() throws Exception {
        Files.createDirectory(desk.root().resolve("empty"));
        assertThat(validate(desk.path("empty")).out())
                .startsWith("::error file=" + desk.path("empty")
                        + ",line=1,col=1,endLine=1,endColumn=1,title=WM0007::nothing to compile");
    }

    @Test
    void nothingInAnInputBecomesACommand() throws Exception {
        Run run = validate(desk.file(Hostile.FILE, Hostile.INTENT));
        assertThat(run.exitCode()).isEqualTo(1);
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
        for (String line : lines) {
            Matcher command = COMMAND.matcher(line);
            assertThat(command.matches()).as(line).isTrue();
            assertThat(command.group(2))
                    .isEqualTo(desk.root() + "/a\\u{A}%3A%3Aerror%3A%3A%250A%2Cline=9%3A\"'"
                            + "\\u{202E}\\u{1B}[31m](x).yaml");
            assertThat(command.group(8).replaceAll("%(0A|25)", "")).doesNotContain("%");
        }
        assertThat(run.out()).doesNotContain("\u202E", "\u001B", "\r", "\n::error::", "\n::error file=x");
    }
}
