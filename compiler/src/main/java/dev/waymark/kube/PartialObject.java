package dev.waymark.kube;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of an object that is ours, for server-side apply: its labels, with guards against the delivery tool. Without
 * labels it is a tombstone, which takes those away that were applied before. No field is written that others own, not
 * even a required one.
 */
public record PartialObject(ObjectRef object, Marks marks, Guards guards) implements Resource {
    /** Empty for a Namespace, which lies in none. */
    public Optional<String> namespace() {
        return Optional.of(object.namespace()).filter(name -> object.kind() != Kind.NAMESPACE);
    }

    /** The annotations of ours and the guards. */
    public SortedMap<String, String> annotations() {
        SortedMap<String, String> annotations = new TreeMap<>(guards.ofPartial());
        annotations.putAll(marks.annotations());
        return Ordered.sorted(annotations);
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> metadata = namespace()
                .map(namespace -> Ordered.tree(
                        "name",
                        object.name(),
                        "namespace",
                        namespace,
                        "labels",
                        marks.labels(),
                        "annotations",
                        annotations()))
                .orElseGet(() ->
                        Ordered.tree("name", object.name(), "labels", marks.labels(), "annotations", annotations()));
        return Ordered.tree(
                "apiVersion", object.kind().apiVersion(), "kind", object.kind().kindName(), "metadata", metadata);
    }
}
