package dev.waymark.kube;

import java.util.List;
import java.util.Map;

/** A layer: the list of its files, sorted, relative to it. */
public record Kustomization(List<String> resources) implements Resource {
    public Kustomization {
        resources = resources.stream().sorted().toList();
    }

    @Override
    public Map<String, Object> tree() {
        return Ordered.tree(
                "apiVersion", "kustomize.config.k8s.io/v1beta1", "kind", "Kustomization", "resources", resources);
    }
}
