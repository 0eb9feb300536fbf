package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import dev.waymark.review.EffectRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts for shells: they know all that help knows, and run nothing. How shells read them is tried elsewhere. */
class CompletionTest {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    /** Where a script begins to speak of a command. */
    private static String heading(String shell, String command) {
        return shell.equals("fish")
                ? "\n\ncomplete -c waymark -n '__waymark_in " + command + "'"
                : "\n        " + command + ")\n";
    }

    private static String script(String shell) {
        Run run = Run.of("completion", shell);
        assertThat(run.exitCode()).as(run.transcript()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    /** What a script says of one command. */
    private static String section(String shell, Command command) {
        String script = script(shell);
        String heading = heading(shell, command.name());
        assertThat(script).containsOnlyOnce(heading);
        String rest = script.substring(script.indexOf(heading) + 2);
        int end = shell.equals("fish") ? rest.indexOf("\n\n") : rest.indexOf("\n            ;;\n");
        return end < 0 ? rest : rest.substring(0, end);
    }

    static Stream<Arguments> shellsAndCommands() {
        return SHELLS.stream().flatMap(shell -> Main.commands().stream().map(command -> Arguments.of(shell, command)));
    }

    @ParameterizedTest
    @MethodSource("shellsAndCommands")
    void everyOptionAndEveryWordIsOffered(String shell, Command command) {
        String section = section(shell, command);
        for (OptionSpec option : command.allOptions()) {
            String name = (shell.equals("fish") ? "-l " : "--") + option.name();
            assertThat(section).containsPattern(name + "(?![-a-z])");
            assertThat(section).contains(String.join(" ", option.values().words()));
        }
        assertThat(section)
                .contains(String.join(" ", command.operands().values().words()));
    }

    @ParameterizedTest
    @MethodSource("shellsAndCommands")
    void everyCommandIsOffered(String shell, Command command) {
        String first = script(shell).split("case |\n\n", 2)[0] + script(shell);
        assertThat(first).containsPattern("(?m)(words '|-a |')([a-z ]+ )?" + command.name() + "\\b");
        if (!shell.equals("bash")) {
            assertThat(first).contains(command.summary());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theScriptRunsNothingOfOurs(String shell) {
        assertThat(script(shell)).endsWith("\n").doesNotContain("\t", " \n", "\n\n\n");
        assertThat(script(shell).replaceAll("(?m)^ *#.*", "")).doesNotContainPattern("[(`|;&] *waymark ");
    }

    @Test
    void someWordsThatPeopleWant() {
        assertThat(script("bash"))
                .contains("--format) _waymark_words 'text json sarif github gitlab' ;;")
                .contains("--layer) _waymark_words 'gateways enrollment labels' ;;")
                .contains("--fail-on) _waymark_words 'error warning' ;;")
                .contains("--color) _waymark_words 'auto always never' ;;")
                .contains("-o | --output) _waymark_folders ;;")
                .contains("*) _waymark_words 'bash zsh fish' ;;");
        assertThat(script("zsh"))
                .contains("'--layer=[with --stdout: `gateways`, `enrollment` or `labels` only]:LAYER:(gateways ")
                .contains("'*--remove-unit=[");
        assertThat(script("fish")).contains(" -s o -l output -x -a '(__waymark_folders)' -d 'the directory ");
    }

    /** These are what one looks up. */
    @Test
    void explainOffersCodesAndEffects() {
        Main.commands().stream()
                .filter(command -> command.name().equals("explain"))
                .forEach(command -> assertThat(command.operands().values().words())
                        .contains(Stream.of(Code.values()).map(Code::id).toArray(String[]::new))
                        .contains(Stream.of(EffectRule.values())
                                .map(EffectRule::word)
                                .toArray(String[]::new)));
    }

    @Test
    void textsAreQuoted() {
        List<Command> commands = List.of(new Odd());
        assertThat(BashCompletion.script(commands)).doesNotContain("don't");
        assertThat(ZshCompletion.script(commands))
                .contains("'odd:don'\\''t [$(x)] `y` \\'\n", "'--strange=[don'\\''t \\[$(x)\\] `y` \\]:WHAT:(a b)'");
        assertThat(FishCompletion.script(commands))
                .contains("-a odd -d 'don\\'t [$(x)] `y` \\\\'\n", "-a 'a b' -d 'don\\'t [$(x)] `y` \\\\'\n");
    }

    @ParameterizedTest
    @CsvSource({
        "completion, 'completion needs a shell: bash, zsh, fish; see waymark completion --help'",
        "completion fsih, there is no completion for `fsih`; did you mean `fish`?",
        "completion powershell, 'there is no completion for `powershell`; there is one for bash, zsh, fish; see waymark completion --help'",
        "completion bash zsh, 'completion takes one argument, not 2; see waymark completion --help'"
    })
    void aShellMustBeNamed(String line, String message) {
        Run run = Run.of(line.split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("waymark: " + message + "\n");
    }

    /** A command whose texts hold what shells read as more than text. */
    private static final class Odd implements Command {
        private static final String TEXT = "don't [$(x)] `y` \\";

        @Override
        public String name() {
            return "odd";
        }

        @Override
        public String summary() {
            return TEXT;
        }

        @Override
        public List<OptionSpec> options() {
            return List.of(OptionSpec.value("strange", "WHAT", TEXT).taking(Values.of(List.of("a", "b"))));
        }

        @Override
        public List<String> formats() {
            return List.of();
        }

        @Override
        public List<String> examples() {
            return List.of();
        }

        @Override
        public int run(Invocation invocation) {
            return ExitCode.OK;
        }
    }
}
