package dev.waymark.kube;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * YAML documents by their keys.
 *
 * @param data the documents in the order in which they are printed; what is in them too
 */
public record ConfigMap(Metadata metadata, Map<String, Map<String, Object>> data) implements Resource {
    public ConfigMap {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> documents = new LinkedHashMap<>();
        data.forEach((key, document) -> documents.put(key, new Embedded(document)));
        return Ordered.tree("apiVersion", "v1", "kind", "ConfigMap", "metadata", metadata.tree(), "data", documents);
    }
}
