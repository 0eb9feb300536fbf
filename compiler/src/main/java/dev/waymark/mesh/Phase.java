package dev.waymark.mesh;

import dev.waymark.intent.Text;
import dev.waymark.intent.WaypointIntent;
import java.util.Locale;

/** Where a waypoint is in its life. A label must point at it only while it is there and admits. */
public enum Phase {
    /** The Gateway and its admissions; no label points at it yet. */
    PREPARE,
    /** All of it. */
    SERVE,
    /** The Gateway and its admissions stay, labels are withdrawn. */
    RETIRE;

    static Phase of(WaypointIntent intent) {
        return intent.phase()
                .map(Text::value)
                .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(SERVE);
    }
}
