package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.DumpGenerator;
import dev.waymark.testing.ManifestProbe;
import dev.waymark.testing.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dump of a large cluster is read in the memory that a small machine has. */
class DumpConformance {
    private static final long DUMP_BYTES = 200L << 20;
    private static final long MOST_BYTES = 512L << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"dump.yaml, false", "dump.yaml, true", "dump.json, false"})
    @Timeout(600)
    void twoHundredMebibytesAreReadInLittleMemory(String name, boolean piped) throws Exception {
        Path dump = folder.resolve(name);
        int teams = DumpGenerator.write(dump, DUMP_BYTES);
        Program probe = Program.of(ManifestProbe.class, folder);
        Process process = piped ? probe.startWith(dump, "-") : probe.start(name);
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, Launcher.peakBytes(process.pid()));
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed)
                .startsWith(
                        "{Deployment=%d, Namespace=%d, Pod=%d, Service=%d}".formatted(teams, teams, 6 * teams, teams))
                .doesNotContain("WM0");
        assertThat(peak).isPositive().isLessThanOrEqualTo(MOST_BYTES);
    }
}
