package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compiled where nothing is named: it depends on the working directory, so that each run is a process. */
class DefaultIntentTest {
    private final Desk desk;

    DefaultIntentTest(@TempDir Path root) {
        this.desk = new Desk(root);
    }

    private Program.End validate() throws Exception {
        return Program.waymark(desk.root()).run("validate");
    }

    private void folder() throws Exception {
        Files.createDirectory(desk.root().resolve("mesh"));
        desk.file("mesh/any.yaml", Desk.text());
    }

    @Test
    void theFileIsTaken() throws Exception {
        desk.file("mesh.yaml", Desk.text());
        Program.End end = validate();
        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.printed()).contains("--> mesh.yaml:8:");
    }

    @Test
    void theFolderIsTaken() throws Exception {
        folder();
        Program.End end = validate();
        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.printed()).contains("--> mesh/any.yaml:8:");
    }

    @Test
    void ofBothOneMustBeNamed() throws Exception {
        desk.file("mesh.yaml", Desk.text());
        folder();
        Program.End end = validate();
        assertThat(end.exitCode()).isEqualTo(2);
        assertThat(end.printed())
                .isEqualTo("waymark: both mesh.yaml and mesh/ are here; say which: waymark validate mesh.yaml\n");
    }

    @Test
    void whereNothingIsThereSomethingMustBeNamed() throws Exception {
        Program.End end = validate();
        assertThat(end.exitCode()).isEqualTo(2);
        assertThat(end.printed())
                .isEqualTo("waymark: no intent was named, and neither mesh.yaml nor mesh/ is here;"
                        + " name one: waymark validate FILE; or begin one: waymark init\n");
    }
}
