package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two overlays laid over each other do to an object what the two do one after the other. */
class OverlayMergePropertyTest {
    @Test
    void theMergedOverlayDoesWhatBothDo() {
        for (long seed = 0; seed < 20_000; seed++) {
            RandomTrees trees = new RandomTrees(seed);
            Map<String, Object> object = trees.tree();
            Map<String, Object> ours = trees.tree();
            Map<String, Object> theirs = trees.patch();
            Map<String, Object> both = StrategicMerge.apply(StrategicMerge.apply(object, ours), theirs);
            assertThat(StrategicMerge.apply(object, OverlayMerge.merge(ours, theirs)))
                    .as("seed %d: %s under %s over %s", seed, ours, theirs, object)
                    .isEqualTo(both);
        }
    }
}
