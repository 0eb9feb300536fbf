package dev.waymark.policy;

import dev.waymark.kube.ObjectName;
import java.util.List;
import java.util.function.Predicate;

/** Who calls: a service account of a trust domain. */
public record Identity(String trustDomain, ObjectName serviceAccount) {
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
