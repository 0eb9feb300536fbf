package dev.waymark.testing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what {@code kubectl get -A -o yaml --show-managed-fields} and {@code -o json} print of a cluster of any size. The
 * same numbers give the same bytes.
 */
public final class DumpGenerator {
    private static final int PODS_OF_A_SERVICE = 6;

    private final Appendable out;
    private final boolean json;
    private long written;

    private DumpGenerator(Appendable out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /**
     * Writes a dump that is at least as large.
     *
     * @param file JSON if its name ends so, else YAML
     * @return how many Services there are, each with a Namespace, a Deployment and six Pods
     */
    public static int write(Path file, long bytes) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            return new DumpGenerator(out, file.toString().endsWith(".json")).write(bytes);
        }
    }

    /** {@code DumpGenerator FILE MEBIBYTES}. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Long.parseLong(arguments[1]) << 20);
    }

    private int write(long bytes) throws IOException {
        print(json ? "{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n" : "apiVersion: v1\nitems:\n");
        int number = 0;
        for (; written < bytes; number++) {
            print(json && number > 0 ? ",\n" : "");
            team(number);
        }
        print(
                json
                        ? "\n    ],\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n"
                        : "kind: List\nmetadata:\n  resourceVersion: \"\"\n");
        return number;
    }

    private void team(int number) throws IOException {
        String name = "web-" + number;
        item(object("v1", "Namespace", name, map("finalizers", List.of("kubernetes"))));
        separate();
        item(object("v1", "Service", name, map("ports", List.of(map("port", 80)), "selector", map("app", name))));
        separate();
        item(object("v1", "ConfigMap", name, map()));
        separate();
        item(object("apps/v1", "Deployment", name, map("template", map("metadata", labels(name), "spec", podSpec()))));
        for (int pod = 0; pod < PODS_OF_A_SERVICE; pod++) {
            separate();
            item(object("v1", "Pod", name + "-" + pod, podSpec()));
            separate();
            item(object("v1", "Event", name + "-" + pod, map("note", "pulled the image \"web:1\": done")));
        }
    }

    private void separate() throws IOException {
        print(json ? ",\n" : "");
    }

    private static Map<String, Object> object(String apiVersion, String kind, String name, Map<String, Object> spec) {
        Map<String, Object> metadata = labels(name);
        metadata.put("managedFields", Collections.nCopies(3, managed()));
        metadata.put("name", name);
        metadata.put("namespace", "team-" + name);
        metadata.put("uid", "0b6dfa0e-5c3d-4f0a-9c9d-" + name);
        Map<String, Object> object = map("apiVersion", apiVersion);
        if (kind.equals("ConfigMap")) {
            object.put("data", map("settings.yaml", "a: 1\nstatus:\n  b: \"2\"\n" + "text: x\n".repeat(20)));
        }
        object.put("kind", kind);
        object.put("metadata", metadata);
        object.put("spec", spec);
        object.put("status", map("conditions", Collections.nCopies(4, condition()), "phase", "Running"));
        return object;
    }

    private static Map<String, Object> labels(String name) {
        String applied = "{\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"" + name + "\"},\"spec\":{\"a\":\"it's\"}}\n";
        return map(
                "annotations", map("kubectl.kubernetes.io/last-applied-configuration", applied),
                "labels", map("app", name, "pod-template-hash", "7d4b9c", "version", "v1"));
    }

    private static Map<String, Object> managed() {
        Map<String, Object> labels = map("f:app", map(), "f:version", map(), ".", map());
        Map<String, Object> containers = map("k:{\"name\":\"web\"}", map("f:image", map(), "f:ports", labels));
        return map(
                "apiVersion", "v1",
                "fieldsType", "FieldsV1",
                "fieldsV1", map("f:metadata", map("f:labels", labels), "f:spec", map("f:containers", containers)),
                "manager", "kubectl-client-side-apply",
                "operation", "Update",
                "time", "2026-01-01T00:00:00Z");
    }

    private static Map<String, Object> condition() {
        return map("lastTransitionTime", "2026-01-01T00:00:00Z", "message", "", "status", "True", "type", "Ready");
    }

    private static Map<String, Object> podSpec() {
        Map<String, Object> variable = map("name", "A_VARIABLE", "value", "some text");
        Map<String, Object> container = map(
                "args",
                List.of("--port=80", "--text={\"a\": [1]}"),
                "env",
                Collections.nCopies(12, variable),
                "image",
                "registry.example.com/web:1",
                "name",
                "web");
        return map(
                "containers", List.of(container, container),
                "serviceAccountName", "web",
                "tolerations", Collections.nCopies(3, map("effect", "NoExecute", "tolerationSeconds", 300)),
                "volumes", Collections.nCopies(3, map("configMap", map("name", "web"), "name", "settings")));
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            map.put((String) keysAndValues[index], keysAndValues[index + 1]);
        }
        return map;
    }

    private void item(Map<String, Object> object) throws IOException {
        if (json) {
            print(" ".repeat(8));
            json(object, 8);
        } else {
            yaml(List.of(object), "");
        }
    }

    /** Lists stand at the column of their key. */
    private void yaml(List<?> list, String indent) throws IOException {
        for (Object item : list) {
            print(indent + "- ");
            if (item instanceof Map<?, ?> map) {
                yaml(map, indent + "  ", "");
            } else {
                scalar(item, indent);
            }
        }
    }

    private void yaml(Map<?, ?> map, String indent, String first) throws IOException {
        String before = first;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            print(before + entry.getKey() + ":");
            before = indent;
            if (entry.getValue() instanceof Map<?, ?> value && !value.isEmpty()) {
                print("\n");
                yaml(value, indent + "  ", indent + "  ");
            } else if (entry.getValue() instanceof List<?> value) {
                print("\n");
                yaml(value, indent);
            } else {
                print(" ");
                scalar(entry.getValue(), indent);
            }
        }
    }

    private void scalar(Object value, String indent) throws IOException {
        String text = value.toString();
        if (value instanceof Map) {
            print("{}\n");
        } else if (text.endsWith("\n")) {
            print("|\n" + indent + "  " + text.strip().replace("\n", "\n" + indent + "  ") + "\n");
        } else {
            print((text.matches("[\\w./-]+") && !text.matches("True") ? text : quoted(text)) + "\n");
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private void json(Object value, int indent) throws IOException {
        String gap = "\n" + " ".repeat(indent + 4);
        String before = "";
        if (value instanceof Map<?, ?> map) {
            print("{");
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                print(before + gap + quoted((String) entry.getKey()) + ": ");
                json(entry.getValue(), indent + 4);
                before = ",";
            }
            print(map.isEmpty() ? "}" : "\n" + " ".repeat(indent) + "}");
        } else if (value instanceof List<?> list) {
            print("[");
            for (Object item : list) {
                print(before + gap);
                json(item, indent + 4);
                before = ",";
            }
            print("\n" + " ".repeat(indent) + "]");
        } else {
            print(value instanceof Integer ? value.toString() : quoted((String) value));
        }
    }

    private void print(String text) throws IOException {
        out.append(text);
        written += text.length();
    }
}
