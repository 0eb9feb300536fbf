package dev.waymark.inject;

import dev.waymark.inventory.Fields;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import java.util.Optional;
import java.util.stream.Stream;

/** An object in a document that may get labels of ours. */
record StreamObject(ObjectRef ref, YamlMapping root) {
    /**
     * The objects of a document: itself, the items of a list such as {@code kubectl get} prints, or those of a
     * ResourceList.
     *
     * @param namespace of objects that state none
     */
    static Stream<StreamObject> in(YamlNode document, String namespace) {
        if (!(document instanceof YamlMapping root)) {
            return Stream.empty();
        }
        boolean list = root.text("kind").filter(kind -> kind.endsWith("List")).isPresent();
        return list
                ? Fields.list(root, "items").stream().flatMap(item -> in(item, namespace))
                : of(root, namespace).stream();
    }

    private static Optional<StreamObject> of(YamlMapping root, String namespace) {
        String group = root.text("apiVersion")
                .map(version -> version.substring(0, Math.max(0, version.indexOf('/'))))
                .orElse("");
        return Kind.find(root.text("kind").orElse(""))
                .filter(kind -> kind.group().equals(group))
                .flatMap(kind -> Fields.text(root, "metadata", "name")
                        .map(name -> new StreamObject(ref(kind, root, namespace, name), root)));
    }

    private static ObjectRef ref(Kind kind, YamlMapping root, String namespace, String name) {
        return kind == Kind.NAMESPACE
                ? ObjectRef.namespace(name)
                : new ObjectRef(kind, Fields.text(root, "metadata", "namespace").orElse(namespace), name);
    }
}
