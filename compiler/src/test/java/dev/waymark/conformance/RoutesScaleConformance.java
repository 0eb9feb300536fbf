package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.ClusterGenerator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The routes of a hundred thousand Services are found in a time that is linear in their number, and in little memory.
 * Measured as {@link ScaleConformance} does: processor time, the best of each size.
 */
class RoutesScaleConformance {
    private static final int NAMESPACES = 10_000;
    private static final int MOST_ROUNDS = 3;
    private static final double LINEAR = 2.2;
    private static final long MOST_BYTES = 1L << 30;

    @TempDir
    private Path folder;

    private long one = Long.MAX_VALUE;
    private long two = Long.MAX_VALUE;

    @Test
    void twiceTheServicesTakeTwiceTheTime() throws IOException, InterruptedException {
        int throughOne = ClusterGenerator.write(folder.resolve("one"), NAMESPACES, 1);
        int throughTwo = ClusterGenerator.write(folder.resolve("two"), 2 * NAMESPACES, 1);
        int round = 0;
        do {
            one = Math.min(one, routes("one", NAMESPACES, throughOne));
            two = Math.min(two, routes("two", 2 * NAMESPACES, throughTwo));
        } while (!isLinear() && ++round < MOST_ROUNDS);
        assertThat(isLinear()).as("%d ms against %d ms", two, one).isTrue();
    }

    private boolean isLinear() {
        return two <= LINEAR * one;
    }

    /** User time in milliseconds. */
    private long routes(String mesh, int namespaces, int through) throws IOException, InterruptedException {
        Launcher.Result result =
                Launcher.run(folder, "routes", "--inventory", mesh, "--inventory-complete", "--format", "json");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(lines(result, "\"traffic\" : ")).isEqualTo((long) ClusterGenerator.SERVICES * namespaces);
        assertThat(lines(result, "\"reason\" : \"WaypointAccepted\"")).isEqualTo(through);
        assertThat(result.peakBytes()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
        return result.userMillis();
    }

    private static long lines(Launcher.Result result, String start) {
        return result.out()
                .lines()
                .filter(line -> line.strip().startsWith(start))
                .count();
    }
}
