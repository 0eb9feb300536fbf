package dev.waymark.mesh;

import dev.waymark.intent.ExternalIntent;
import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectName;
import java.util.SortedMap;

/**
 * An external with the marks of its waypoint.
 *
 * @param resolution stated, or derived from the hosts
 */
public record External(ObjectName name, String unit, String resolution, Marks marks, ExternalIntent intent) {
    public SortedMap<String, String> labels() {
        return marks.labels();
    }
}
