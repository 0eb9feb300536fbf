package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that goes wrong in training would leave its classes out of the archive, and nobody would see it. */
class TrainingTest {
    @Test
    void allCommandsDoTheirWork(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(InputStream.nullInputStream(), out, out, Terminal.Screen.NONE, Terminal.Screen.NONE);
        assertThat(new Training(folder, terminal).run())
                .as(() -> bytes.toString(StandardCharsets.UTF_8))
                .containsOnly(ExitCode.OK);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("lost", "service shop/web");
    }
}
