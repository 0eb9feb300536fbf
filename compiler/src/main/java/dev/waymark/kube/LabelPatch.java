package dev.waymark.kube;

import dev.waymark.kube.Kind.LabelsAt;
import java.util.Map;

/** A strategic merge that puts labels on one object, where Istio reads them; its namespace is left to what selects it. */
public record LabelPatch(ObjectRef object, Marks marks) implements Resource {
    /** Where the labels stand, as the template asks. */
    public String labelsAt() {
        return object.kind().labelsAt().name();
    }

    @Override
    public Map<String, Object> tree() {
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
