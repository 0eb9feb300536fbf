package dev.waymark.kube;

import java.util.List;
import java.util.Map;

/**
 * A Kustomize Component that puts labels on one object of somebody else's. The patch alone would miss in silence: the
 * replacement behind it, which writes the object's name onto itself, makes the build fail where nothing or more than
 * one object is selected.
 */
public record PatchComponent(ObjectRef object, Marks marks) implements Resource {
    static final String API_VERSION = "kustomize.config.k8s.io/v1alpha1";

    private static final String NAME = "metadata.name";

    public KustomizeTarget target() {
        return KustomizeTarget.anywhere(object);
    }

    public KustomizePatch patch() {
        return new KustomizePatch(target(), new LabelPatch(object, marks));
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> target = Ordered.tree("select", target().tree(), "fieldPaths", List.of(NAME));
        Map<String, Object> replacement = Ordered.tree("source", target().source(NAME), "targets", List.of(target));
        return Ordered.tree(
                "apiVersion",
                API_VERSION,
                "kind",
                "Component",
                "patches",
                List.of(patch().tree()),
                "replacements",
                List.of(replacement));
    }
}
