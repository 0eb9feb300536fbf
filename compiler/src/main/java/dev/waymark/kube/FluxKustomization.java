package dev.waymark.kube;

import dev.waymark.kube.Resource.Literal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Flux applies as one, {@code kustomize.toolkit.fluxcd.io/v1}.
 *
 * @param dependsOn others of its namespace, sorted: it waits until they are ready at the same revision
 * @param path in the source, with {@code ./} before it
 * @param role what it does with what it applies
 */
public record FluxKustomization(
        ObjectName object, List<String> dependsOn, Timing timing, SourceRef source, String path, Role role)
        implements Resource {
    /** Its API group. */
    public static final String GROUP = "kustomize.toolkit.fluxcd.io";

    /** Durations, such as {@code 10m}. */
    public record Timing(String interval, String timeout) {}

    /** The object that fetches what is applied. */
    public record SourceRef(String kind, String name, Optional<String> namespace) {
        Map<String, Object> tree() {
            return namespace
                    .map(other -> Ordered.tree("kind", kind, "name", name, "namespace", other))
                    .orElseGet(() -> Ordered.tree("kind", kind, "name", name));
        }
    }

    /** What is done with objects beside applying them. */
    public enum Role {
        /** Ready when all Gateways are programmed; prunes. */
        GATE,
        /** Prunes. */
        OWN,
        /** Deletes nothing, since the objects are others'. */
        LEND
    }

    /**
     * When a Gateway is ready. Without it every Gateway counts as ready at once, since it has no condition {@code Ready}
     * (kustomize-controller, {@code healthCheckExprs}).
     */
    private static final Map<String, Object> GATEWAY_HEALTH = Ordered.tree(
            "apiVersion",
            "gateway.networking.k8s.io/v1",
            "kind",
            "Gateway",
            "failed",
            condition("Accepted", "False"),
            "current",
            condition("Programmed", "True"));

    public FluxKustomization {
        dependsOn = dependsOn.stream().sorted().toList();
    }

    private static String condition(String type, String status) {
        return "status.conditions.exists(e, e.type == '" + type + "' && e.status == '" + status
                + "' && e.observedGeneration == metadata.generation)";
    }

    /** The role, as the template asks. */
    public String roleName() {
        return role.name();
    }

    /** The health of Gateways, if it waits for them. */
    public List<Map<String, Object>> healthChecks() {
        return role == Role.GATE ? List.of(GATEWAY_HEALTH) : List.of();
    }

    @Override
    public Map<String, Object> tree() {
        return Ordered.tree(
                "apiVersion",
                GROUP + "/v1",
                "kind",
                "Kustomization",
                "metadata",
                Ordered.tree("name", object.name(), "namespace", object.namespace()),
                "spec",
                spec());
    }

    private Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        if (!dependsOn.isEmpty()) {
            spec.put("dependsOn", named(dependsOn));
        }
        spec.put("interval", timing.interval());
        spec.put("timeout", timing.timeout());
        spec.put("sourceRef", source.tree());
        spec.put("path", path);
        spec.put("prune", Literal.of(role != Role.LEND));
        if (role == Role.GATE) {
            spec.put("wait", Literal.of(true));
            spec.put("healthCheckExprs", healthChecks());
        } else if (role == Role.LEND) {
            spec.put("deletionPolicy", "Orphan");
        }
        return spec;
    }

    private static List<Map<String, Object>> named(List<String> names) {
        return names.stream().map(name -> Ordered.tree("name", name)).toList();
    }
}
