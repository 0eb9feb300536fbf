package dev.waymark.kube;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The Gateway of a waypoint, with the one listener that istiod expects of it (istio
 * {@code pilot/pkg/config/kube/gateway/conversion.go:buildListener}). Fields that the API server would default are
 * written, so that GitOps tools see no drift.
 *
 * @param infrastructure what istiod puts on the objects that it makes
 */
public record Gateway(
        Metadata metadata, String gatewayClassName, AllowedRoutes allowedRoutes, Infrastructure infrastructure)
        implements Resource {
    /** Of Gateways, their classes and routes. */
    public static final String GROUP = "gateway.networking.k8s.io";

    public static final String API_VERSION = GROUP + "/v1";

    /** The port of a waypoint's listener. */
    public static final int HBONE_PORT = 15008;

    /**
     * {@code spec.infrastructure}.
     *
     * @param parametersRef the ConfigMap with istiod's options for the waypoint
     */
    public record Infrastructure(
            SortedMap<String, String> labels, SortedMap<String, String> annotations, Optional<String> parametersRef) {
        public Infrastructure {
            labels = Ordered.sorted(labels);
            annotations = Ordered.sorted(annotations);
        }

        private Map<String, Object> tree() {
            return parametersRef
                    .map(name -> Ordered.tree("group", "", "kind", "ConfigMap", "name", name))
                    .map(options ->
                            Ordered.tree("labels", labels, "annotations", annotations, "parametersRef", options))
                    .orElseGet(() -> Ordered.tree("labels", labels, "annotations", annotations));
        }
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> listener = Ordered.tree(
                "name", "mesh", "port", HBONE_PORT, "protocol", "HBONE", "allowedRoutes", allowedRoutes.tree());
        Map<String, Object> spec = Ordered.tree(
                "gatewayClassName", gatewayClassName,
                "listeners", List.of(listener),
                "infrastructure", infrastructure.tree());
        return Ordered.tree("apiVersion", API_VERSION, "kind", "Gateway", "metadata", metadata.tree(), "spec", spec);
    }
}
