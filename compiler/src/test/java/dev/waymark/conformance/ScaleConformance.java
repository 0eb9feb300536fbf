package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.MeshGenerator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rendering is linear in the size of the mesh, and small. What is compared is the processor time of the program itself:
 * what the kernel needs for a new file depends on how many were deleted lately, and wall time on who else is there. Both
 * sizes run in turn, and the best of each counts, until the bound holds or the rounds are used up.
 */
class ScaleConformance {
    private static final int NAMESPACES = 2000;
    private static final int MOST_ROUNDS = 3;
    private static final double LINEAR = 2.2;
    private static final long MOST_BYTES = 512L << 20;

    @TempDir
    private Path folder;

    private long one = Long.MAX_VALUE;
    private long two = Long.MAX_VALUE;

    @BeforeEach
    void generate() throws IOException {
        MeshGenerator.write(folder.resolve("one"), NAMESPACES, 1);
        MeshGenerator.write(folder.resolve("two"), 2 * NAMESPACES, 1);
    }

    @Test
    void twiceTheMeshTakesTwiceTheTime() throws IOException, InterruptedException {
        int round = 0;
        do {
            one = Math.min(one, render("one", round));
            two = Math.min(two, render("two", round));
        } while (!isLinear() && ++round < MOST_ROUNDS);
        assertThat(isLinear()).as("%d ms against %d ms", two, one).isTrue();
    }

    private boolean isLinear() {
        return two <= LINEAR * one;
    }

    /** User time in milliseconds. */
    private long render(String mesh, int round) throws IOException, InterruptedException {
        Launcher.Result result = Launcher.run(folder, "render", mesh, "-o", "out-" + mesh + "-" + round);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.peakBytes()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
        return result.userMillis();
    }
}
