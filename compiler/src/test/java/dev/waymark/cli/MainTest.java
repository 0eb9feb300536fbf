package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, and what goes to which stream. */
class MainTest {
    private final Desk desk;
    private final String out;

    MainTest(@TempDir Path root) {
        this.desk = new Desk(root);
        this.out = desk.out().toString();
    }

    private static void assertOnlyResult(Run run, int exitCode) {
        assertThat(run.exitCode()).as(run.transcript()).isEqualTo(exitCode);
        assertThat(run.err()).isEmpty();
    }

    /** It could not work, and says why in one line. */
    private static void assertTrouble(Run run, String message) {
        assertThat(run.exitCode()).as(run.transcript()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("waymark: " + message + "\n");
    }

    @Test
    void validateOfAGoodIntentIsDone() throws Exception {
        Run run = Run.of("validate", desk.good());
        assertOnlyResult(run, 0);
        assertThat(run.out()).isEqualTo("no problems: 1 unit, 1 waypoint, 1 consumer, 0 externals\n");
    }

    @Test
    void problemsAreTheResultOfValidate() throws Exception {
        Run run = Run.of("validate", desk.bad());
        assertOnlyResult(run, 1);
        assertThat(run.out()).startsWith("error[WM0005]: ").endsWith("\n1 error\n");
    }

    @ParameterizedTest
    @CsvSource({"error, 0", "warning, 1"})
    void aWarningFailsWhereThatIsAskedFor(String severity, int exitCode) throws Exception {
        Run run = Run.of("validate", desk.doubtful(), "--fail-on", severity);
        assertOnlyResult(run, exitCode);
        assertThat(run.out()).startsWith("warning[WM2003]: ").contains("\n1 warning");
    }

    @Test
    void aNoteNeverFails() throws Exception {
        Run run = Run.of("validate", desk.notable(), "--fail-on", "warning");
        assertOnlyResult(run, 0);
        assertThat(run.out()).startsWith("note[").contains("\n1 note: ");
    }

    @Test
    void renderSaysWhatItDid() throws Exception {
        Run run = Run.of("render", desk.good(), "-o", out);
        assertOnlyResult(run, 0);
        assertThat(run.out()).isEqualTo(out + ": 7 written, 0 removed, 0 unchanged\n");
        assertThat(desk.out().resolve("shop/waymark.lock")).exists();
    }

    @Test
    void problemsStandBesideTheResultOfRender() throws Exception {
        Run run = Run.of("render", desk.bad(), "--output", out);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error[WM0005]: ");
        assertThat(desk.out()).doesNotExist();
    }

    @Test
    void aWarningDoesNotKeepRenderFromWriting() throws Exception {
        Run run = Run.of("render", desk.doubtful(), "-o", out);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith(" written, 0 removed, 0 unchanged\n");
        assertThat(run.err()).startsWith("warning[WM2003]: ");
    }

    @Test
    void whatFailsWritesNothing() throws Exception {
        Run run = Run.of("render", desk.doubtful(), "-o", out, "--fail-on=warning");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(desk.out()).doesNotExist();
    }

    @Test
    void notesAreCountedBesideAResult() throws Exception {
        assertThat(Run.of("render", desk.notable(), "-o", out).err()).isEqualTo("1 note: waymark validate\n");
        assertThat(Run.of("check", desk.notable(), "-o", out).err()).isEqualTo("1 note: waymark validate\n");
        assertThat(Run.of("check", desk.notable(), "-o", out, "--quiet").err()).isEmpty();
    }

    @Test
    void aDryRunListsWhatWouldChange() throws Exception {
        Run run = Run.of("render", desk.good(), "-o", out, "--dry-run");
        assertOnlyResult(run, 0);
        assertThat(run.out())
                .contains("would write  shop/gateways/shop/gateway_waypoint.yaml\n")
                .endsWith(out + ": 7 to write, 0 to remove, 0 unchanged\n");
        assertThat(desk.out()).doesNotExist();
    }

    @Test
    void aFileThatWasEditedIsReplacedByForceOnly() throws Exception {
        String intent = desk.good();
        Run.of("render", intent, "-o", out);
        Path gateway = desk.out().resolve("shop/gateways/shop/gateway_waypoint.yaml");
        Files.writeString(gateway, "mine");
        Run careful = Run.of("render", intent, "-o", out);
        assertThat(careful.exitCode()).isEqualTo(1);
        assertThat(careful.err()).startsWith("error[WM4006]: ");
        assertThat(gateway).hasContent("mine");
        assertOnlyResult(Run.of("render", intent, "-o", out, "--force"), 0);
        assertThat(gateway).content().contains("kind: Gateway");
    }

    @Test
    void checkOfWhatWasRenderedIsDone() throws Exception {
        String intent = desk.good();
        Run.of("render", intent, "-o", out);
        Run run = Run.of("check", intent, "-o", out);
        assertOnlyResult(run, 0);
        assertThat(run.out()).isEqualTo(out + " is up to date\n");
    }

    @Test
    void checkFindsWhatIsStale() throws Exception {
        String intent = desk.good();
        Run.of("render", intent, "-o", out);
        Files.delete(desk.out().resolve("shop/labels/kustomization.yaml"));
        Run run = Run.of("check", intent, "-o", out);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("missing         shop/labels/kustomization.yaml\n");
        assertThat(run.err()).startsWith("error[WM4004]: ");
    }

    @Test
    void checkOfAMissingDirectoryFinds() throws Exception {
        Run run = Run.of("check", desk.good(), "-o", out);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.matches("(missing|no-lock) +shop/.*"));
        assertThat(run.err()).startsWith("error[WM4004]: ");
    }

    @Test
    void checkOfABadIntentFindsThat() throws Exception {
        Run run = Run.of("check", desk.bad(), "-o", out);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error[WM0005]: ");
    }

    @Test
    void quietIsAboutErrorsOnly() throws Exception {
        Run doubtful = Run.of("validate", desk.doubtful(), "--quiet");
        assertOnlyResult(doubtful, 0);
        assertThat(doubtful.out()).isEmpty();
        assertThat(Run.of("render", desk.doubtful(), "-o", out, "--quiet").transcript())
                .isEqualTo("--- exit code 0\n");
        assertThat(Run.of("validate", desk.bad(), "--quiet").out())
                .startsWith("error[WM0005]: ")
                .doesNotContain("1 error");
    }

    @Test
    void standardInputIsAnIntent() {
        Run run = Run.withInput(Desk.text(), "validate", "-");
        assertOnlyResult(run, 1);
        assertThat(run.out()).contains("--> -:8:");
    }

    @Test
    void standardInputIsReadOnce() {
        assertTrouble(
                Run.of("validate", "-", "-"), "standard input (-) can be read only once; see waymark validate --help");
    }

    @Test
    void anInputThatIsMissingIsTrouble() {
        String missing = desk.path("missing.yaml");
        for (String[] line :
                List.of(new String[] {"validate", missing}, new String[] {"render", missing, "-o", out}, new String[] {
                    "check", missing, "-o", out
                })) {
            assertTrouble(Run.of(line), "cannot read " + missing + ": no such file or folder");
        }
    }

    @Test
    void anOutputThatIsNoDirectoryIsTrouble() throws Exception {
        String file = desk.file("out", "mine");
        for (String command : List.of("render", "check")) {
            assertTrouble(Run.of(command, desk.good(), "-o", file), "cannot use " + file + ": it is not a directory");
        }
    }

    @Test
    void nothingPrintsTheHelpAndFails() {
        Run run = Run.of();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(Run.of("--help").out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsACommandToo(String command) {
        assertThat(Run.of("help")).isEqualTo(Run.of("--help"));
        assertThat(Run.of("help", command)).isEqualTo(Run.of(command, "--help"));
    }

    @Test
    void anOptionNeedsBothItsHyphens() {
        assertTrouble(Run.of("validate", "-quiet"), "`-quiet` has one hyphen; did you mean `--quiet`?");
        assertTrouble(Run.of("render", "-output", "x"), "`-output` has one hyphen; did you mean `--output`?");
        assertTrouble(Run.of("validate", "--", "-quiet"), "cannot read -quiet: no such file or folder");
    }

    @Test
    void unknownCommandsAreMisuse() {
        assertTrouble(Run.of("rendre"), "there is no command `rendre`; did you mean `render`?");
        assertTrouble(Run.of("chekc"), "there is no command `chekc`; did you mean `check`?");
        assertTrouble(
                Run.of("dance"),
                "there is no command `dance`; there are render, validate, check, diff, routes, lint, inject, handover, explain, init, schema, completion, help; see waymark --help");
    }

    @ParameterizedTest
    @CsvSource({
        "render --dryrun, render has no option `--dryrun`; did you mean `--dry-run`?",
        "render --foce, render has no option `--foce`; did you mean `--force`?",
        "validate --fail-no error, validate has no option `--fail-no`; did you mean `--fail-on`?",
        "check --formt json, check has no option `--formt`; did you mean `--format`?",
        "validate --dry-run, validate has no option `--dry-run`; waymark validate --help lists them",
        "check --force, check has no option `--force`; waymark check --help lists them",
        "validate -x, validate has no option `-x`; waymark validate --help lists them",
        "validate --for json, validate has no option `--for`; waymark validate --help lists them",
        "validate --format, --format needs a value; see waymark validate --help",
        "render mesh.yaml -o, --output needs a value; see waymark render --help",
        "render mesh.yaml, render needs a directory: -o DIR or --stdout; see waymark render --help",
        "check mesh.yaml, check needs a directory: -o DIR; see waymark check --help",
        "validate mesh.yaml --format xml, '--format takes text or json or sarif or github or gitlab, not `xml`; see waymark validate --help'",
        "check mesh.yaml -o x --format sarif, '--format takes text or json, not `sarif`; see waymark check --help'",
        "validate mesh.yaml --fail-on note, '--fail-on takes error or warning, not `note`; see waymark validate --help'",
        "validate mesh.yaml --color sometimes, '--color takes auto or always or never, not `sometimes`; see waymark validate --help'",
    })
    void aCommandLineThatCannotBeUnderstoodIsMisuse(String line, String message) {
        assertTrouble(Run.of(line.split(" ", -1)), message);
    }

    @Test
    void anEmptyDirectoryNameIsMisuse() throws Exception {
        assertTrouble(
                Run.of("render", desk.good(), "-o", ""),
                "render needs a directory: -o DIR or --stdout; see waymark render --help");
    }

    @Test
    void aFaultOfOursIsOneLine() {
        assertTrouble(
                onBrokenInput("validate", "-"),
                "a fault of Waymark's own, please report it: java.lang.IllegalStateException: broken (--debug prints where)");
    }

    @Test
    void whereAFaultOfOursIsStandsThereOnRequestOnly() {
        Run run = onBrokenInput("validate", "-", "--debug");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("\tat dev.waymark.", "waymark: a fault of Waymark's own");
    }

    private static Run onBrokenInput(String... arguments) {
        return Run.on(new BrokenStream(), Terminal.Screen.NONE, Terminal.Screen.NONE, arguments);
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() {
            throw new IllegalStateException("broken\nin two");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return read();
        }
    }

    static Stream<String> commands() {
        return Run.of("--help")
                .out()
                .lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.strip().split(" ", 2)[0]);
    }

    private static void assertFits(Run help) {
        assertOnlyResult(help, 0);
        assertThat(help.out().lines()).hasSizeBetween(8, 30).allMatch(line -> line.length() <= 100);
        assertThat(help.out()).startsWith("Usage: waymark ").endsWith("\n").doesNotContain("\t", " \n");
    }

    @Test
    void helpFitsOnAScreen() {
        assertFits(Run.of("--help"));
        assertThat(Run.of("-h")).isEqualTo(Run.of("--help"));
        assertThat(commands()).contains("render", "validate", "check", "explain");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpOfEveryCommandFitsOnAScreen(String command) {
        Run help = Run.of(command, "--help", "missing.yaml");
        assertFits(help);
        assertThat(help.out()).startsWith("Usage: waymark " + command + " ");
        for (String option : List.of("quiet", "debug", "help", "version")) {
            assertThat(help.out()).contains(" --" + option);
        }
        for (String option : List.of("fail-on", "istio-version", "color")) {
            assertThat(help.out().contains(" --" + option + " "))
                    .isEqualTo(help.out().contains("[INTENT...]")
                            || List.of("lint", "diff").contains(command));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "render --version", "validate --version", "check missing.yaml --version"})
    void theVersionIsPrinted(String line) {
        Run run = Run.of(line.split(" ", -1));
        assertOnlyResult(run, 0);
        assertThat(run.out()).matches("waymark \\S+\n");
    }

    @Test
    void optionsMayStandAnywhere() throws Exception {
        Run expected = Run.of("validate", desk.doubtful(), "--fail-on", "warning", "--format", "json");
        assertThat(Run.of("validate", "--format=json", desk.doubtful(), "--fail-on=warning"))
                .isEqualTo(expected);
        assertThat(Run.of("validate", "--fail-on", "warning", "--format", "json", "--", desk.doubtful()))
                .isEqualTo(expected);
    }
}
