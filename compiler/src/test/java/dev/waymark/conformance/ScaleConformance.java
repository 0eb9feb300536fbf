package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.MeshGenerator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rendering is linear in the size of the mesh, and small. Figures are the best of three runs, taken in turn. */
class ScaleConformance {
    private static final int NAMESPACES = 1000;
    private static final int RUNS = 3;
    private static final double LINEAR = 2.2;
    private static final long MOST_BYTES = 512L << 20;

    @Test
    void twiceTheMeshTakesTwiceTheTime(@TempDir Path folder) throws IOException, InterruptedException {
        MeshGenerator.write(folder.resolve("one"), NAMESPACES, 1);
        MeshGenerator.write(folder.resolve("two"), 2 * NAMESPACES, 1);
        long one = Long.MAX_VALUE;
        long two = Long.MAX_VALUE;
        long peak = 0;
        for (int run = 0; run < RUNS; run++) {
            Launcher.Result small = Launcher.run(folder, "render", "one", "-o", "out-one-" + run);
            Launcher.Result large = Launcher.run(folder, "render", "two", "-o", "out-two-" + run);
            assertThat(small.exitCode() + large.exitCode())
                    .as(small.err() + large.err())
                    .isZero();
            one = Math.min(one, small.millis());
            two = Math.min(two, large.millis());
            peak = Math.max(peak, Math.max(small.peakBytes(), large.peakBytes()));
        }
        assertThat((double) two / one).as("%d ms against %d ms", two, one).isLessThanOrEqualTo(LINEAR);
        assertThat(peak).isPositive().isLessThanOrEqualTo(MOST_BYTES);
    }
}
