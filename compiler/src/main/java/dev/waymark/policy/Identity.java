package dev.waymark.policy;

import dev.waymark.inventory.Fields;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryObject;
import dev.waymark.inventory.ObjectId;
import dev.waymark.kube.Gateway;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.MeshView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who calls: a service account of a trust domain. */
public record Identity(String trustDomain, ObjectName serviceAccount) {
    /** That of a waypoint: its service account is named like the Gateway, unless an annotation says otherwise. */
    public static Identity ofWaypoint(ObjectName waypoint, Inventory inventory, MeshView view) {
        ObjectId id = new ObjectId(Gateway.GROUP, "Gateway", waypoint.namespace(), waypoint.name());
        String account = Optional.ofNullable(inventory.others().get(id))
                .map(InventoryObject::root)
                .flatMap(object -> Fields.text(
                                object, "spec", "infrastructure", "annotations", IstioLabels.SERVICE_ACCOUNT)
                        .or(() -> Fields.text(object, "metadata", "annotations", IstioLabels.SERVICE_ACCOUNT)))
                .orElse(waypoint.name());
        return new Identity(view.config().trustDomain(), new ObjectName(waypoint.namespace(), account));
    }

    /** As policies name it: without the scheme of SPIFFE. */
    public String principal() {
        return trustDomain + "/ns/" + serviceAccount.namespace() + "/sa/" + serviceAccount.name();
    }

    /** Whether a match can hold for a connection of this caller. */
    boolean mayMatch(Rule.Match match) {
        return match.attributes().stream().allMatch(this::mayMatch);
    }

    private boolean mayMatch(Attribute attribute) {
        return switch (attribute.name()) {
            case Attribute.PRINCIPALS -> holds(attribute, value -> matches(value, principal()));
            case Attribute.NAMESPACES -> holds(attribute, value -> matches(value, serviceAccount.namespace()));
            case Attribute.SERVICE_ACCOUNTS -> holds(attribute, this::isServiceAccount);
            default -> true;
        };
    }

    /** Whether a match that leaves somebody out surely holds for every connection of this caller. */
    boolean isLeftOut(Rule rule) {
        return rule.attributes().anyMatch(Attribute::isExclusion)
                && rule.clauses().stream()
                        .allMatch(clause -> clause.matches().stream().anyMatch(this::surelyMatches));
    }

    private boolean surelyMatches(Rule.Match match) {
        return !match.isEmpty() && match.attributes().stream().allMatch(this::surelyMatches);
    }

    /** Addresses and ports are not known, nor is the trust domain where an inventory lacks the mesh configuration. */
    private boolean surelyMatches(Attribute attribute) {
        return switch (attribute.name()) {
            case Attribute.PRINCIPALS ->
                attribute.negative()
                        ? attribute.values().stream().noneMatch(this::mayBeMeant)
                        : holds(attribute, value -> matches(value, principal()));
            case Attribute.NAMESPACES -> mayMatch(attribute);
            case Attribute.SERVICE_ACCOUNTS -> attribute.negative() && mayMatch(attribute);
            default -> false;
        };
    }

    /** Whether a principal is this one, in whatever trust domain. */
    private boolean mayBeMeant(String value) {
        int domain = value.indexOf("/ns/");
        String own = domain < 0 ? value : trustDomain + value.substring(domain);
        return matches(value, principal()) || matches(own, principal());
    }

    private static boolean holds(Attribute attribute, Predicate<String> matches) {
        List<String> values = attribute.values();
        return attribute.negative()
                ? values.stream().noneMatch(matches)
                : values.stream().anyMatch(matches);
    }

    /** Without a namespace that of the policy is meant; then the name is enough here, so that nobody is blamed falsely. */
    private boolean isServiceAccount(String value) {
        return value.equals(serviceAccount.toString()) || value.equals(serviceAccount.name());
    }

    /** Istio's string matches: whole, by a prefix, by a suffix, or anything. */
    private static boolean matches(String pattern, String text) {
        if (pattern.startsWith("*")) {
            return text.endsWith(pattern.substring(1));
        }
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : text.equals(pattern);
    }
}
