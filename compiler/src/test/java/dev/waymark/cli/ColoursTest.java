package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.report.Page;
import dev.waymark.testing.Program;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours only where somebody sees them, or asks for them. */
class ColoursTest {
    private static final String ESCAPE = "\u001B[";

    private final Desk desk;

    ColoursTest(@TempDir Path root) {
        this.desk = new Desk(root);
    }

    private static Run run(boolean colouredOut, boolean colouredErr, String... arguments) {
        Terminal.Screen out = new Terminal.Screen(false, colouredOut, Page.UNLIMITED);
        Terminal.Screen err = new Terminal.Screen(false, colouredErr, Page.UNLIMITED);
        return Run.on(InputStream.nullInputStream(), out, err, arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, true, true",
        "auto, false, false",
        "always, true, true",
        "always, false, true",
        "never, true, false",
        "never, false, false"
    })
    void theResultIsColouredOnATerminalOrOnRequest(String when, boolean terminal, boolean coloured) throws Exception {
        assertThat(run(terminal, false, "validate", desk.bad(), "--color", when)
                        .out()
                        .contains(ESCAPE))
                .isEqualTo(coloured);
    }

    @Test
    void eachStreamIsItsOwnTerminal() throws Exception {
        String[] render = {"render", desk.bad(), "-o", desk.out().toString()};
        assertThat(run(true, false, render).err()).doesNotContain(ESCAPE);
        assertThat(run(false, true, render).err()).contains(ESCAPE);
        assertThat(run(false, true, "validate", desk.bad()).out()).doesNotContain(ESCAPE);
    }

    @Test
    void coloursChangeNothingElse() throws Exception {
        String coloured = run(true, true, "validate", desk.bad()).out();
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(Run.of("validate", desk.bad()).out());
    }

    @Test
    void jsonHasNoColours() throws Exception {
        assertThat(run(true, true, "validate", desk.bad(), "--format", "json", "--color", "always")
                        .out())
                .doesNotContain(ESCAPE);
    }

    @ParameterizedTest
    @CsvSource({"NO_COLOR=1, auto, false", "NO_COLOR=, auto, true", "NO_COLOR=1, always, true"})
    void theEnvironmentCanTurnThemOff(String variable, String when, boolean coloured) throws Exception {
        Program program = Program.waymark(desk.root())
                .environment(variable)
                .options("-Dwaymark.stdout.terminal=true", "-Dwaymark.stderr.terminal=true");
        Program.End end = program.run("validate", desk.bad(), "--color", when);
        assertThat(end.exitCode()).as(end.printed()).isEqualTo(1);
        assertThat(end.printed().contains(ESCAPE)).isEqualTo(coloured);
    }
}
