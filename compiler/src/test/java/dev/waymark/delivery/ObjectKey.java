package dev.waymark.delivery;

import dev.waymark.testing.Tree;
import java.util.Comparator;

/** An object of a cluster; the namespace of a Namespace is empty. */
public record ObjectKey(String kind, String namespace, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::kind)
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    public static ObjectKey of(Tree document) {
        Object namespace = document.at("metadata").map().getOrDefault("namespace", "");
        return new ObjectKey(document.text("kind"), (String) namespace, document.name());
    }

    public static ObjectKey namespace(String name) {
        return new ObjectKey("Namespace", "", name);
    }

    public boolean isNamespace() {
        return kind.equals("Namespace");
    }

    /** The namespace that it lies in, or is. */
    public String home() {
        return isNamespace() ? name : namespace;
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
