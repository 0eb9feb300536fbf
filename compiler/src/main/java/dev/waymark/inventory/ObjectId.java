package dev.waymark.inventory;

import java.util.Comparator;

/**
 * What tells objects of a cluster apart.
 *
 * @param group of the API, without the version; empty for the core group
 * @param namespace empty for what lies in none
 */
public record ObjectId(String group, String kind, String namespace, String name) implements Comparable<ObjectId> {
    private static final Comparator<ObjectId> ORDER = Comparator.comparing(ObjectId::kind)
            .thenComparing(ObjectId::namespace)
            .thenComparing(ObjectId::name)
            .thenComparing(ObjectId::group);

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }

    /** {@code AuthorizationPolicy shop/allow}, {@code GatewayClass istio-waypoint}. */
    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
