package dev.waymark.mesh;

import dev.waymark.intent.ExternalIntent;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Ordered;
import java.util.SortedMap;

/**
 * An external with the labels of its waypoint.
 *
 * @param resolution stated, or derived from the hosts
 */
public record External(
        ObjectName name, String unit, String resolution, SortedMap<String, String> labels, ExternalIntent intent) {
    public External {
        labels = Ordered.sorted(labels);
    }
}
