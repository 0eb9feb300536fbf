package dev.waymark.policy;

import dev.waymark.inventory.Fields;
import dev.waymark.kube.Gateway;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * What a policy or a route is for.
 *
 * @param group of the API; empty for the core group
 * @param namespace as far as one is written
 * @param span its name
 */
public record TargetRef(String group, String kind, String name, Optional<String> namespace, Span span) {
    static final String SERVICE_ENTRY_API = "networking.istio.io";

    /** The kinds that a policy can be for. */
    enum Known {
        SERVICE,
        SERVICE_ENTRY,
        GATEWAY,
        GATEWAY_CLASS
    }

    /** Those of a policy; the list wins over the older single field (istio {@code policyattachment.go}: GetTargetRefs). */
    static List<TargetRef> ofPolicy(YamlNode root) {
        List<YamlNode> listed = Fields.list(root, "spec", "targetRefs");
        return listed.isEmpty()
                ? Fields.mapping(root, "spec", "targetRef").stream()
                        .map(node -> of(node, ""))
                        .toList()
                : listed.stream().map(node -> of(node, "")).toList();
    }

    /** The parents of a route that are not Gateways; who writes no group means the Gateway API's. */
    static List<TargetRef> ofRoute(YamlNode root) {
        return Fields.list(root, "spec", "parentRefs").stream()
                .filter(node -> Fields.text(node, "kind")
                        .filter(kind -> kind.equals("Service") || kind.equals("ServiceEntry"))
                        .isPresent())
                .map(node -> of(node, Gateway.GROUP))
                .toList();
    }

    static TargetRef of(YamlNode node, String byDefault) {
        String group = Fields.text(node, "group").orElse(byDefault);
        return new TargetRef(
                group.equals("core") ? "" : group,
                Fields.text(node, "kind").orElse(""),
                Fields.text(node, "name").orElse(""),
                Fields.text(node, "namespace").filter(text -> !text.isEmpty()),
                Fields.scalar(node, "name").map(YamlScalar::span).orElseGet(node::span));
    }

    /** Empty for a kind that nothing can be attached to. */
    Optional<Known> known() {
        return switch (group + "/" + kind) {
            case "/Service" -> Optional.of(Known.SERVICE);
            case SERVICE_ENTRY_API + "/ServiceEntry" -> Optional.of(Known.SERVICE_ENTRY);
            case Gateway.GROUP + "/Gateway" -> Optional.of(Known.GATEWAY);
            case Gateway.GROUP + "/GatewayClass" -> Optional.of(Known.GATEWAY_CLASS);
            default -> Optional.empty();
        };
    }

    /** {@code Service shop/cart}, {@code GatewayClass istio-waypoint}. */
    String words(String ownNamespace) {
        boolean clustered = kind.equals("GatewayClass");
        return kind + " " + (clustered ? "" : namespace.orElse(ownNamespace) + "/") + name;
    }
}
