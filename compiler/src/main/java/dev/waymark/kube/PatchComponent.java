package dev.waymark.kube;

import dev.waymark.kube.Kind.LabelsAt;
import java.util.List;
import java.util.Map;

/**
 * A Kustomize Component that puts labels on one object of somebody else's. The patch alone would miss in silence: the
 * replacement behind it, which writes the object's name onto itself, makes the build fail where nothing or more than
 * one object is selected.
 */
public record PatchComponent(ObjectRef object, Marks marks) implements Resource {
    static final String API_VERSION = "kustomize.config.k8s.io/v1alpha1";

    /** Kustomize cannot spell the core group, so that its objects are told by their version instead. */
    public boolean core() {
        return object.kind().group().isEmpty();
    }

    /** The name as the regular expression that {@code target} and {@code select} take it for. */
    public String namePattern() {
        return object.name().replace(".", "\\.");
    }

    /** Where the labels stand, as the template asks. */
    public String labelsAt() {
        return object.kind().labelsAt().name();
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> patch =
                Ordered.tree("target", selection(namePattern()), "patch", new Embedded(patchTree()));
        Map<String, Object> target =
                Ordered.tree("select", selection(namePattern()), "fieldPaths", List.of("metadata.name"));
        Map<String, Object> replacement = Ordered.tree("source", source(), "targets", List.of(target));
        return Ordered.tree(
                "apiVersion",
                API_VERSION,
                "kind",
                "Component",
                "patches",
                List.of(patch),
                "replacements",
                List.of(replacement));
    }

    private Map<String, Object> selection(String name) {
        Kind kind = object.kind();
        return core()
                ? Ordered.tree("version", kind.version(), "kind", kind.kindName(), "name", name)
                : Ordered.tree("group", kind.group(), "kind", kind.kindName(), "name", name);
    }

    private Map<String, Object> source() {
        Kind kind = object.kind();
        String key = core() ? "version" : "group";
        String value = core() ? kind.version() : kind.group();
        return Ordered.tree(key, value, "kind", kind.kindName(), "name", object.name(), "fieldPath", "metadata.name");
    }

    private Map<String, Object> patchTree() {
        Kind kind = object.kind();
        if (kind.labelsAt() == LabelsAt.METADATA) {
            return Ordered.tree(
                    "apiVersion", kind.apiVersion(),
                    "kind", kind.kindName(),
                    "metadata",
                            Ordered.tree(
                                    "name", object.name(),
                                    "labels", marks.labels(),
                                    "annotations", marks.annotations()));
        }
        return Ordered.tree(
                "apiVersion", kind.apiVersion(),
                "kind", kind.kindName(),
                "metadata", Ordered.tree("name", object.name()),
                "spec", specTree());
    }

    private Map<String, Object> specTree() {
        Map<String, Object> labelled = Ordered.tree("metadata", Ordered.tree("labels", marks.labels()));
        return switch (object.kind().labelsAt()) {
            case METADATA, WORKLOAD_METADATA -> labelled;
            case POD_TEMPLATE -> Ordered.tree("template", labelled);
            case JOB_TEMPLATE -> Ordered.tree("jobTemplate", Ordered.tree("spec", Ordered.tree("template", labelled)));
        };
    }
}
