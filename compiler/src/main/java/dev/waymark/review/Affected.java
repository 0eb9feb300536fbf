package dev.waymark.review;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import java.util.Comparator;

/**
 * The object that an effect is on.
 *
 * @param kind as in manifests
 * @param namespace of a Namespace its own name
 */
public record Affected(String kind, String namespace, String name) implements Comparable<Affected> {
    private static final Comparator<Affected> ORDER = Comparator.comparing(Affected::namespace)
            .thenComparing(Affected::kind)
            .thenComparing(Affected::name);

    static Affected of(ObjectRef ref) {
        return new Affected(ref.kind().kindName(), ref.namespace(), ref.name());
    }

    static Affected waypoint(ObjectName name) {
        return new Affected("Gateway", name.namespace(), name.name());
    }

    /** {@code Service shop/cart}, {@code Namespace shop}. */
    public String words() {
        boolean clustered = namespace.isEmpty() || kind.equals(Kind.NAMESPACE.kindName());
        return kind + " " + (clustered ? name : namespace + "/" + name);
    }

    @Override
    public int compareTo(Affected other) {
        return ORDER.compare(this, other);
    }
}
