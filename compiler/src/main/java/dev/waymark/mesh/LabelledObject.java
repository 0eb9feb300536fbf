package dev.waymark.mesh;

import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Ordered;
import dev.waymark.source.Span;
import java.util.SortedMap;

/**
 * An object of somebody else's that labels of ours go on.
 *
 * @param unit the one unit that renders all of them
 * @param source the line that names it
 */
public record LabelledObject(ObjectRef object, String unit, SortedMap<String, String> labels, Span source) {
    public LabelledObject {
        labels = Ordered.sorted(labels);
    }
}
