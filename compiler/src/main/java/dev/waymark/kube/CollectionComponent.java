package dev.waymark.kube;

import java.util.List;
import java.util.Map;

/** A Kustomize Component that includes others. */
public record CollectionComponent(List<String> components) implements Resource {
    public CollectionComponent {
        components = components.stream().sorted().toList();
    }

    @Override
    public Map<String, Object> tree() {
        return Ordered.tree("apiVersion", PatchComponent.API_VERSION, "kind", "Component", "components", components);
    }
}
