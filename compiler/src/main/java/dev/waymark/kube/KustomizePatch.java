package dev.waymark.kube;

import dev.waymark.kube.Resource.Embedded;
import java.util.Map;

/** An entry of Kustomize's {@code patches}. It misses in silence. */
public record KustomizePatch(KustomizeTarget target, LabelPatch patch) implements Resource {
    @Override
    public Map<String, Object> tree() {
        return Ordered.tree("target", target.tree(), "patch", new Embedded(patch.tree()));
    }
}
