package dev.waymark.kube;

import java.util.List;
import java.util.Map;

/**
 * The part of an owner's file that puts labels on one of its objects by a patch of Kustomize. In a kustomization a
 * replacement stands behind it, which writes a label onto itself: the build fails where the patch missed.
 */
public record OwnersPatch(Place place, ObjectRef object, Marks marks) implements Resource {
    /** Which file it is a part of. */
    public enum Place {
        /** {@code kustomization.yaml} */
        KUSTOMIZATION,
        /** Flux' Kustomization, {@code kustomize.toolkit.fluxcd.io/v1} */
        FLUX_KUSTOMIZATION,
        /** Argo CD's Application, {@code argoproj.io/v1alpha1} */
        APPLICATION,
        /** Flux' HelmRelease, {@code helm.toolkit.fluxcd.io/v2} */
        HELM_RELEASE
    }

    /** The place, as the template asks. */
    public String placeName() {
        return place.name();
    }

    /** A miss is seen only in a kustomization; elsewhere it must not hang on whether a manifest states its namespace. */
    public KustomizePatch patch() {
        KustomizeTarget target =
                place == Place.KUSTOMIZATION ? KustomizeTarget.stated(object) : KustomizeTarget.lenient(object);
        return new KustomizePatch(target, new LabelPatch(object, marks));
    }

    /** The path of the label that the guard reads, as Kustomize spells it. */
    public String fieldPath() {
        return object.kind().labelsAt().path() + ".[" + marks.labels().lastKey() + "]";
    }

    @Override
    public Map<String, Object> tree() {
        List<Object> list = List.of(patch().tree());
        Map<String, Object> patches = Ordered.tree("patches", list);
        return switch (place) {
            case KUSTOMIZATION -> Ordered.tree("patches", list, "replacements", List.of(replacement()));
            case FLUX_KUSTOMIZATION -> Ordered.tree("spec", patches);
            case APPLICATION -> Ordered.tree("spec", Ordered.tree("source", Ordered.tree("kustomize", patches)));
            case HELM_RELEASE ->
                Ordered.tree("spec", Ordered.tree("postRenderers", List.of(Ordered.tree("kustomize", patches))));
        };
    }

    private Map<String, Object> replacement() {
        KustomizeTarget target = patch().target();
        return Ordered.tree(
                "source",
                target.source(fieldPath()),
                "targets",
                List.of(Ordered.tree("select", target.tree(), "fieldPaths", List.of(fieldPath()))));
    }
}
