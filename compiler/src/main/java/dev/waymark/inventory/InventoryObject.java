package dev.waymark.inventory;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Labels;
import dev.waymark.source.Span;
import dev.waymark.yaml.ManifestObject;
import dev.waymark.yaml.YamlMapping;
import java.util.Optional;

/** One object with all its fields, as it stands in a manifest. */
public record InventoryObject(ObjectId id, YamlMapping root) {
    /**
     * Reads what tells it apart.
     *
     * @param defaultNamespace of an object that states none
     * @return empty if it is no object of a cluster
     */
    static Optional<InventoryObject> of(ManifestObject object, String defaultNamespace) {
        return of(object.root(), object.apiVersion(), object.kind(), defaultNamespace);
    }

    /** The same of a manifest whose apiVersion and kind may stand elsewhere, as those of an item do in its list. */
    public static Optional<InventoryObject> of(
            YamlMapping root, String apiVersion, String kind, String defaultNamespace) {
        String name = Fields.text(root, "metadata", "name").orElse("");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        boolean clustered = kind.equals("Namespace") || kind.equals("GatewayClass");
        String namespace = clustered
                ? ""
                : Fields.text(root, "metadata", "namespace")
                        .filter(text -> !text.isEmpty())
                        .orElse(defaultNamespace);
        return Optional.of(new InventoryObject(new ObjectId(group, kind, namespace, name), root));
    }

    public boolean is(String group, String kind) {
        return id.group().equals(group) && id.kind().equals(kind);
    }

    /** Where its name stands. */
    public Span span() {
        return Fields.scalar(root, "metadata", "name").orElseThrow().span();
    }

    public Labels labels() {
        return Fields.labels(root, "metadata", "labels");
    }

    public Labels annotations() {
        return Fields.labels(root, "metadata", "annotations").emptied(ManifestObject.LAST_APPLIED);
    }

    Existing existing() {
        boolean live = Fields.text(root, "metadata", "uid").isPresent();
        return new Existing(id, labels(), annotations(), live, FieldOwners.of(root), span());
    }

    /** Empty for a kind that carries no labels of ours. */
    public Optional<ObjectRef> ref() {
        return Kind.find(id.kind())
                .filter(kind -> kind.group().equals(id.group()))
                .map(kind -> kind == Kind.NAMESPACE
                        ? ObjectRef.namespace(id.name())
                        : new ObjectRef(kind, id.namespace(), id.name()));
    }
}
