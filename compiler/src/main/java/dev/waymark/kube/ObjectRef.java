package dev.waymark.kube;

import java.util.Comparator;

/**
 * An object of the cluster.
 *
 * @param namespace for a Namespace its own name
 */
public record ObjectRef(Kind kind, String namespace, String name) implements Comparable<ObjectRef> {
    private static final Comparator<ObjectRef> ORDER = Comparator.comparing((ObjectRef ref) -> ref.namespace)
            .thenComparing(ref -> ref.kind().fileWord())
            .thenComparing(ObjectRef::name);

    public static ObjectRef namespace(String name) {
        return new ObjectRef(Kind.NAMESPACE, name, name);
    }

    public static ObjectRef serviceEntry(ObjectName name) {
        return new ObjectRef(Kind.SERVICE_ENTRY, name.namespace(), name.name());
    }

    @Override
    public int compareTo(ObjectRef other) {
        return ORDER.compare(this, other);
    }

    /** {@code namespace shop}, {@code service shop/cart}: as people say it. */
    @Override
    public String toString() {
        String object = kind == Kind.NAMESPACE ? name : namespace + "/" + name;
        return kind.fileWord() + " " + object;
    }
}
