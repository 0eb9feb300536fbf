package dev.waymark.delivery;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code kubectl get -o yaml} says of a cluster, managed fields included; each object is a line of JSON. */
public final class Dump {
    private static final Map<String, String> VERSIONS = Map.of(
            "Deployment", "apps/v1",
            "Gateway", "gateway.networking.k8s.io/v1",
            "ServiceEntry", "networking.istio.io/v1",
            "WorkloadEntry", "networking.istio.io/v1");

    private Dump() {}

    public static String of(Cluster cluster) {
        return cluster.objects().entrySet().stream()
                .map(entry -> object(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("---\n"));
    }

    private static String object(ObjectKey key, LiveObject live) {
        SortedMap<String, Object> metadata = new TreeMap<>();
        metadata.put("name", key.name());
        metadata.put("uid", Integer.toHexString(key.hashCode()));
        metadata.put("labels", below(live.fields(), FieldSet.LABELS));
        metadata.put("annotations", below(live.fields(), FieldSet.ANNOTATIONS));
        metadata.put(
                "managedFields",
                live.owned().entrySet().stream().map(Dump::entry).toList());
        if (!key.isNamespace()) {
            metadata.put("namespace", key.namespace());
        }
        SortedMap<String, Object> object = new TreeMap<>();
        object.put("apiVersion", VERSIONS.getOrDefault(key.kind(), "v1"));
        object.put("kind", key.kind());
        object.put("metadata", metadata);
        if (live.has(FieldSet.SPEC)) {
            object.put("spec", live.spec().map());
        }
        return json(object) + "\n";
    }

    private static SortedMap<String, Object> below(SortedMap<String, Object> fields, String prefix) {
        SortedMap<String, Object> below = new TreeMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith(prefix)) {
                below.put(field.substring(prefix.length()), value);
            }
        });
        return below;
    }

    private static SortedMap<String, Object> entry(Map.Entry<Manager, SortedSet<String>> owned) {
        SortedMap<String, Object> metadata = new TreeMap<>();
        add(metadata, owned.getValue(), FieldSet.LABELS, "f:labels");
        add(metadata, owned.getValue(), FieldSet.ANNOTATIONS, "f:annotations");
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("f:metadata", metadata);
        if (owned.getValue().contains(FieldSet.SPEC)) {
            fields.put("f:spec", Map.of("f:whole", Map.of()));
        }
        SortedMap<String, Object> entry = new TreeMap<>();
        entry.put("manager", owned.getKey().name());
        entry.put("operation", owned.getKey().operation());
        entry.put("fieldsV1", fields);
        return entry;
    }

    private static void add(SortedMap<String, Object> metadata, SortedSet<String> owned, String prefix, String key) {
        SortedMap<String, Object> names = new TreeMap<>();
        owned.stream()
                .filter(field -> field.startsWith(prefix))
                .forEach(field -> names.put("f:" + field.substring(prefix.length()), Map.of()));
        if (!names.isEmpty()) {
            names.put(".", Map.of());
            metadata.put(key, names);
        }
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> json(String.valueOf(entry.getKey())) + ": " + json(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Iterable<?> list) {
            StringBuilder items = new StringBuilder();
            list.forEach(item -> items.append(items.isEmpty() ? "" : ", ").append(json(item)));
            return "[" + items + "]";
        }
        return value instanceof String text
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : String.valueOf(value);
    }
}
