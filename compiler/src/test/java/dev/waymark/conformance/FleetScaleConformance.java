package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.FileTree;
import dev.waymark.testing.FleetGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty clusters with two hundred waypoints each, rendered together and one by one, by whole processes. */
class FleetScaleConformance {
    private static final int CLUSTERS = 50;

    /** A namespace has two waypoints. */
    private static final int NAMESPACES = 100;

    private static final int WAYPOINTS = 2 * NAMESPACES;
    private static final long MOST_BYTES = 512L << 20;

    @TempDir
    private Path folder;

    @Test
    void togetherAndOneByOneAreTheSameBytes() throws IOException, InterruptedException {
        FleetGenerator.write(folder, NAMESPACES, CLUSTERS);
        long start = System.nanoTime();
        run("render", "fleet.yaml", "-o", "together");
        long together = System.nanoTime() - start;
        start = System.nanoTime();
        for (int number = 0; number < CLUSTERS; number++) {
            run("render", "fleet.yaml", "-o", "alone", "--cluster", FleetGenerator.name(number));
        }
        long alone = System.nanoTime() - start;
        SortedMap<String, String> files = FileTree.of(folder.resolve("together"));
        assertThat(files.keySet())
                .filteredOn(path -> path.contains("/gateway_"))
                .hasSizeGreaterThanOrEqualTo(CLUSTERS * WAYPOINTS);
        assertThat(FileTree.of(folder.resolve("alone"))).isEqualTo(files);
        System.out.printf(
                "a fleet of %d clusters, %d files: together %d ms, one by one %d ms%n",
                CLUSTERS, files.size(), millis(together), millis(alone));
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Launcher.Result result = Launcher.run(folder, arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.peakBytes()).isLessThanOrEqualTo(MOST_BYTES);
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
