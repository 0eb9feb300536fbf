package dev.waymark.kube;

import java.util.List;
import java.util.Map;

/** A Kustomize Component without labels: owners can include it early, and builds that include it late go on working. */
public record EmptyComponent() implements Resource {
    @Override
    public Map<String, Object> tree() {
        return Ordered.tree("apiVersion", PatchComponent.API_VERSION, "kind", "Component", "patches", List.of());
    }
}
