package dev.waymark.kube;

import java.util.Map;
import java.util.Optional;

/**
 * Which namespaces a listener admits: {@code allowedRoutes.namespaces}.
 *
 * @param selector present exactly where {@code from} is {@code Selector}
 */
public record AllowedRoutes(String from, Optional<LabelSelector> selector) {
    public static final AllowedRoutes SAME = new AllowedRoutes("Same", Optional.empty());
    public static final AllowedRoutes ALL = new AllowedRoutes("All", Optional.empty());

    public static AllowedRoutes selected(LabelSelector selector) {
        return new AllowedRoutes("Selector", Optional.of(selector));
    }

    Map<String, Object> tree() {
        Map<String, Object> namespaces = selector.map(chosen -> Ordered.tree("from", from, "selector", chosen.tree()))
                .orElseGet(() -> Ordered.tree("from", from));
        return Ordered.tree("namespaces", namespaces);
    }
}
