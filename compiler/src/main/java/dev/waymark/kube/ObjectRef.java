package dev.waymark.kube;

/**
 * An object of the cluster.
 *
 * @param namespace for a Namespace its own name
 */
public record ObjectRef(Kind kind, String namespace, String name) implements Comparable<ObjectRef> {
    public static ObjectRef namespace(String name) {
        return new ObjectRef(Kind.NAMESPACE, name, name);
    }

    public static ObjectRef serviceEntry(ObjectName name) {
        return new ObjectRef(Kind.SERVICE_ENTRY, name.namespace(), name.name());
    }

    /** By namespace, kind and name. Maps of a whole mesh ask so often that a comparator's detours would show. */
    @Override
    public int compareTo(ObjectRef other) {
        int spaces = namespace.compareTo(other.namespace);
        if (spaces != 0) {
            return spaces;
        }
        int kinds = kind == other.kind ? 0 : kind.fileWord().compareTo(other.kind.fileWord());
        return kinds != 0 ? kinds : name.compareTo(other.name);
    }

    /** {@code namespace shop}, {@code service shop/cart}: as people say it. */
    @Override
    public String toString() {
        String object = kind == Kind.NAMESPACE ? name : namespace + "/" + name;
        return kind.fileWord() + " " + object;
    }
}
