package dev.waymark.kube;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A Namespace that is ours, guarded against being pruned with all that is in it. */
public record FullNamespace(String name, Marks marks, Guards guards) implements Resource {
    /** The annotations of ours and the guards. */
    public SortedMap<String, String> annotations() {
        SortedMap<String, String> annotations = new TreeMap<>(guards.ofNamespace());
        annotations.putAll(marks.annotations());
        return Ordered.sorted(annotations);
    }

    @Override
    public Map<String, Object> tree() {
        return Ordered.tree(
                "apiVersion",
                Kind.NAMESPACE.apiVersion(),
                "kind",
                Kind.NAMESPACE.kindName(),
                "metadata",
                Ordered.tree("name", name, "labels", marks.labels(), "annotations", annotations()));
    }
}
