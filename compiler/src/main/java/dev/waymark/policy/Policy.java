package dev.waymark.policy;

import dev.waymark.inventory.Fields;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryObject;
import dev.waymark.inventory.ObjectId;
import dev.waymark.kube.Gateway;
import dev.waymark.kube.Ordered;
import dev.waymark.routing.Target;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy, or a route that configures what a waypoint does.
 *
 * @param refs what it is for; empty for one that selects workloads
 */
public record Policy(Type type, InventoryObject object, List<TargetRef> refs) {
    /** The kinds that are judged. */
    public enum Type {
        AUTHORIZATION("security.istio.io", "AuthorizationPolicy"),
        AUTHENTICATION("security.istio.io", "RequestAuthentication"),
        TELEMETRY("telemetry.istio.io", "Telemetry"),
        WASM("extensions.istio.io", "WasmPlugin"),
        HTTP_ROUTE(Gateway.GROUP, "HTTPRoute"),
        GRPC_ROUTE(Gateway.GROUP, "GRPCRoute"),
        TCP_ROUTE(Gateway.GROUP, "TCPRoute"),
        TLS_ROUTE(Gateway.GROUP, "TLSRoute");

        private final String group;
        private final String kind;

        Type(String group, String kind) {
            this.group = group;
            this.kind = kind;
        }

        public boolean isRoute() {
            return kind.endsWith("Route");
        }
    }

    public Policy {
        refs = Ordered.list(refs);
    }

    /** All that exist, by kind, namespace and name. */
    public static Stream<Policy> all(Inventory inventory) {
        return Stream.of(Type.values())
                .flatMap(type -> inventory.others(type.group, type.kind).map(object -> of(type, object)));
    }

    private static Policy of(Type type, InventoryObject object) {
        return new Policy(
                type, object, type.isRoute() ? TargetRef.ofRoute(object.root()) : TargetRef.ofPolicy(object.root()));
    }

    public ObjectId id() {
        return object.id();
    }

    public String namespace() {
        return object.id().namespace();
    }

    /** Its name. */
    public Span span() {
        return object.span();
    }

    /** Its workload selector; one without labels is one, too. */
    public Optional<YamlMapping> selector() {
        return Fields.mapping(object.root(), "spec", "selector");
    }

    /** Where its action stands; its name where it states none. */
    public Span actionSpan() {
        return Fields.scalar(object.root(), "spec", "action")
                .map(YamlScalar::span)
                .orElseGet(this::span);
    }

    Map<String, String> matchLabels() {
        return Fields.labels(object.root(), "spec", "selector", "matchLabels").values();
    }

    /** Whether its selector is there and has no labels, by which istiod finds no workload. */
    public boolean selectsNobody() {
        return selector().isPresent() && matchLabels().isEmpty();
    }

    /** Whether it holds for a workload that it does not name: for those of its namespace, of the root namespace for all. */
    public boolean selects(Target workload, String rootNamespace) {
        boolean inScope = namespace().equals(rootNamespace)
                || namespace().equals(workload.ref().namespace());
        return refs.isEmpty()
                && inScope
                && !selectsNobody()
                && workload.labels()
                        .values()
                        .entrySet()
                        .containsAll(matchLabels().entrySet());
    }
}
