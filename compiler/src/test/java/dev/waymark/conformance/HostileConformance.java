package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that fill a machine: the program answers, soon, with the memory that the smallest runners give it. */
class HostileConformance {
    private static final Map<String, String> MEMORY = Map.of("WAYMARK_JAVA_OPTS", "-Xmx512m");
    private static final String HEAD =
            "apiVersion: waymark.dev/v1alpha1\nkind: MeshIntent\nmetadata: {name: shop}\nspec:\n";
    private static final int BUFFER = 1 << 16;
    private static final long LONGEST_MILLIS = 60_000;

    @TempDir
    private Path folder;

    /** A mebibyte count, what is repeated, and the code that is reported. */
    @ParameterizedTest
    @CsvSource({
        "100, a, WM0003",
        "100, '- a\n', WM0003",
        "100, '--- a\n', WM0003",
        "100, '\n', WM0003",
        "15, a, WM0001",
        "15, '- a\n', WM0003",
        "15, '--- a\n', WM00",
        "15, '\n', WM0004",
        "15, '# waymark:allow WM2003 because a\n', WM0004",
        "15, '  a: 1\n', WM00",
        "2, '  x: &a 1\n', WM0003"
    })
    void aLargeFileIsRefused(int mebibytes, String repeated, String code) throws Exception {
        write(mebibytes, repeated);
        Launcher.Result result = Launcher.run(folder, MEMORY, "render", "mesh.yaml", "-o", "out");
        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.err()).startsWith("error[" + code);
        assertThat(result.userMillis()).isLessThan(LONGEST_MILLIS);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void write(int mebibytes, String repeated) throws IOException {
        byte[] chunk = repeated.repeat(BUFFER / repeated.length()).getBytes(StandardCharsets.UTF_8);
        try (OutputStream file = Files.newOutputStream(folder.resolve("mesh.yaml"))) {
            file.write(HEAD.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < (long) mebibytes << 20; written += chunk.length) {
                file.write(chunk);
            }
        }
    }
}
