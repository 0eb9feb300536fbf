package dev.waymark.inject;

import dev.waymark.inventory.Fields;
import dev.waymark.inventory.InventoryObject;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import java.util.stream.Stream;

/** The objects of a document in a stream. */
final class StreamObjects {
    private StreamObjects() {}

    /**
     * The document itself, the items of a list such as {@code kubectl get} prints, or those of a ResourceList.
     *
     * @param namespace of objects that state none
     */
    static Stream<InventoryObject> in(YamlNode document, String namespace) {
        if (!(document instanceof YamlMapping root)) {
            return Stream.empty();
        }
        boolean list = root.text("kind").filter(kind -> kind.endsWith("List")).isPresent();
        return list
                ? Fields.list(root, "items").stream().flatMap(item -> in(item, namespace))
                : InventoryObject.of(root, namespace).stream();
    }
}
