package dev.waymark.mesh;

import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Ordered;
import java.util.SortedMap;

/**
 * An object of somebody else's that labels of ours go on.
 *
 * @param unit the one unit that renders all of them
 */
public record LabelledObject(ObjectRef object, String unit, SortedMap<String, String> labels) {
    public LabelledObject {
        labels = Ordered.sorted(labels);
    }
}
