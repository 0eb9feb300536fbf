package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is edited and whichever layer syncs when, nobody loses anything, and nothing of ours stays. */
class ReplayTest {
    private static final int HISTORIES = 1_000;
    private static final int STEPS = 5;

    private static final List<String> OFTEN = List.of(
            "rendered",
            "settled",
            "finished",
            "synced",
            "with an inventory",
            "without an inventory",
            "a part",
            "a part without labels",
            "a whole Namespace",
            "an external without labels",
            "an object is withdrawn",
            "an owner deletes an object",
            "lingers: admission",
            "lingers: object",
            "lingers: unit",
            "lingers: waypoint");
    private static final List<String> SOMETIMES = List.of(
            "an external",
            "an object moves",
            "[WM4001]",
            "[WM4003]",
            "[WM4012]",
            "[WM4015]",
            "a unit is gone",
            "a waypoint is gone",
            "a whole Namespace without labels",
            "lingers: component",
            "lingers: namespace",
            "nothing more of a Namespace",
            "nothing more of a Service",
            "nothing more of a ServiceEntry");

    @ParameterizedTest
    @CsvSource({"argo, KEPT", "argo, ANY", "flux, KEPT", "flux, ANY"})
    void nobodyLosesAnything(String engine, Replay.Order order) {
        Happenings tally = new Happenings();
        for (int seed = 0; seed < HISTORIES; seed++) {
            run(seed, engine, order, tally);
        }
        System.out.println(engine + " " + order + " " + tally);
        OFTEN.forEach(what -> assertThat(tally.of(what)).as(what).isGreaterThan(HISTORIES / 20));
        SOMETIMES.forEach(what -> assertThat(tally.of(what)).as(what).isGreaterThan(HISTORIES / 200));
    }

    private static void run(long seed, String engine, Replay.Order order, Happenings tally) {
        Replay replay = new Replay(seed, engine, order, tally);
        try {
            for (int step = 0; step < STEPS; step++) {
                replay.step();
            }
            replay.finish();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + replay, e);
        }
    }
}
