package dev.waymark.kube;

import java.util.Map;
import java.util.SortedMap;

/** The metadata of an object of ours. */
public record Metadata(ObjectName object, SortedMap<String, String> labels, SortedMap<String, String> annotations) {
    public Metadata {
        labels = Ordered.sorted(labels);
        annotations = Ordered.sorted(annotations);
    }

    Map<String, Object> tree() {
        return Ordered.tree(
                "name", object.name(), "namespace", object.namespace(), "labels", labels, "annotations", annotations);
    }
}
