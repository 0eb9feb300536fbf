package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.FileTree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is edited, nothing is taken away that something in the cluster may still count on. */
class TakingBackPropertyTest {
    private static final int HISTORIES = 2_000;
    private static final int STEPS = 7;
    private static final int HISTORIES_ON_DISK = 250;
    private static final int STEPS_ON_DISK = 6;

    private final Happenings tally = new Happenings();

    @Test
    void holdsAfterEveryRender() throws Exception {
        for (int seed = 0; seed < HISTORIES; seed++) {
            run(seed, STEPS, (draft, settle, attempt) -> {});
        }
        System.out.println(tally.tally());
        assertThat(tally.tally())
                .containsKeys("admission", "component", "namespace", "object", "unit", "waypoint")
                .containsKeys("[WM4003]", "[WM4012]", "[WM4015]")
                .containsKeys("a canary", "a unit is gone", "a waypoint is gone");
        for (String often : List.of("rendered", "settled", "admission", "component", "object")) {
            assertThat(tally.of(often)).as(often).isGreaterThan(HISTORIES / 10);
        }
    }

    /** Other histories, so that they add to those in memory. */
    @Test
    void holdsOnDiskToo(@TempDir Path root) throws Exception {
        for (int seed = HISTORIES; seed < HISTORIES + HISTORIES_ON_DISK; seed++) {
            Path folder = root.resolve(Integer.toString(seed));
            run(seed, STEPS_ON_DISK, new DiskMirror(folder));
            FileTree.delete(folder);
        }
    }

    private void run(long seed, int steps, History.Mirror mirror) throws Exception {
        History history = new History(seed, tally, mirror);
        for (int step = 0; step < steps; step++) {
            try {
                history.step();
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", step " + step + ": " + e.getMessage() + "\n" + history, e);
            }
        }
    }
}
