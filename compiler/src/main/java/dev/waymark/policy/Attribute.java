package dev.waymark.policy;

import dev.waymark.kube.Ordered;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Set;

/**
 * One thing that a rule of an AuthorizationPolicy compares.
 *
 * @param name as in a source or an operation, without {@code not}; of a condition that ztunnel does not know its key
 * @param written the field, or the key of a condition
 * @param negative whether none of the values may match
 */
public record Attribute(String name, String written, boolean negative, List<String> values, Span span) {
    static final String PRINCIPALS = "principals";
    static final String NAMESPACES = "namespaces";
    static final String SERVICE_ACCOUNTS = "serviceAccounts";

    private static final String NOT = "not";
    private static final String TRUST_DOMAINS = "trustDomains";
    private static final Set<String> OF_CONNECTIONS =
            Set.of(PRINCIPALS, NAMESPACES, SERVICE_ACCOUNTS, "ipBlocks", "destinationIps", "ports");

    public Attribute {
        values = Ordered.list(values);
    }

    /** The name of a field without {@code not}. */
    static String plain(String field) {
        boolean negative = isNegative(field);
        return negative ? Character.toLowerCase(field.charAt(NOT.length())) + field.substring(NOT.length() + 1) : field;
    }

    static boolean isNegative(String field) {
        return field.startsWith(NOT) && field.length() > NOT.length();
    }

    /** Whether it leaves out callers by who they are. */
    boolean isExclusion() {
        return negative && List.of(PRINCIPALS, NAMESPACES, SERVICE_ACCOUNTS).contains(name);
    }

    /** Whether ztunnel, which sees connections and not requests, gets it. */
    boolean isKept() {
        return OF_CONNECTIONS.contains(name);
    }

    /** Whether istiod counts it among those of HTTP: not the trust domains, which it loses without a word. */
    public boolean isOfRequests() {
        return !isKept() && !name.equals(TRUST_DOMAINS);
    }
}
