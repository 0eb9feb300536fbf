package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher passes everything through, and builds nothing that is built. */
class LauncherConformance {
    private static final Path SAMPLE =
            Path.of("../samples/bookinfo").toAbsolutePath().normalize();

    @Test
    void rendersTheSample(@TempDir Path folder) throws IOException, InterruptedException {
        Launcher.Result result = Launcher.run(folder, "render", SAMPLE.toString(), "-o", "out");
        assertThat(result.err()).isEqualTo("1 note: waymark validate\n");
        assertThat(result.out()).isEqualTo("out: 14 written, 0 removed, 0 unchanged\n");
        assertThat(tree(folder.resolve("out"))).isEqualTo(tree(SAMPLE.resolve("expected")));
    }

    @Test
    void passesExitCodesOn(@TempDir Path folder) throws IOException, InterruptedException {
        assertThat(Launcher.run(folder, "--version").exitCode()).isZero();
        assertThat(Launcher.run(folder, "check", SAMPLE.toString(), "-o", "out").exitCode())
                .isEqualTo(1);
        assertThat(Launcher.run(folder, "validate").exitCode()).isEqualTo(2);
    }

    private static SortedMap<String, String> tree(Path folder) throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return tree;
    }
}
