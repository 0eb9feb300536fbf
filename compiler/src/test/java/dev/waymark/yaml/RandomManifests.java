package dev.waymark.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random Kubernetes objects, of kinds that are read and of others, with much that nobody reads. */
final class RandomManifests {
    private static final List<List<String>> TYPES = List.of(
            List.of("v1", "Service"),
            List.of("v1", "Namespace"),
            List.of("v1", "Pod"),
            List.of("v1", "Secret"),
            List.of("v1", "ConfigMap"),
            List.of("apps/v1", "Deployment"),
            List.of("batch/v1", "CronJob"),
            List.of("serving.knative.dev/v1", "Service"),
            List.of("networking.istio.io/v1", "Gateway"),
            List.of("gateway.networking.k8s.io/v1", "Gateway"),
            List.of("argoproj.io/v1alpha1", "ApplicationSet"));

    private static final List<String> TEXTS = List.of(
            "word",
            "two words",
            "",
            "yes",
            "12",
            "a: b",
            "- c",
            "#d",
            "e # f",
            "it's",
            "'quoted'",
            "\"q\"",
            "back\\slash",
            "{x}",
            "[y",
            "&z",
            "*w",
            "😀 𝄞",
            "kind: Secret",
            "a\nb\n",
            "status:\n  a: 1\nkind: Pod\n",
            "---\nkind: Service\n\n  deeper\n",
            "{\"a\": \"}\"}",
            "tab\there",
            "long ".repeat(30).strip());

    private static final List<String> KEYS = List.of(
            "name", "labels", "spec", "status", "data", "items", "a", "b", "c.d/e", "f:g", "kind", "template", "x y");

    private final Random random;

    RandomManifests(Random random) {
        this.random = random;
    }

    List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (int count = random.nextInt(6); count >= 0; count--) {
            objects.add(object());
        }
        return objects;
    }

    private Map<String, Object> object() {
        List<String> type = TYPES.get(random.nextInt(TYPES.size()));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", type.get(0));
        object.put("kind", type.get(1));
        object.put("metadata", metadata());
        object.put("spec", spec());
        if (random.nextBoolean()) {
            object.put("status", value(3));
        }
        if (random.nextInt(3) == 0) {
            object.put("data", Map.of(random.nextBoolean() ? "mesh" : "other", text()));
        }
        return random.nextInt(4) == 0 ? shuffled(object) : object;
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            Map<String, Object> annotations = new LinkedHashMap<>();
            annotations.put("a", text());
            annotations.put("kubectl.kubernetes.io/last-applied-configuration", text());
            metadata.put("annotations", annotations);
        }
        metadata.put("labels", Map.of("app", "web-" + random.nextInt(9)));
        if (random.nextBoolean()) {
            Map<String, Object> manager = new LinkedHashMap<>();
            manager.put("fieldsV1", Map.of("f:metadata", Map.of("f:labels", Map.of(".", Map.of()))));
            manager.put("manager", "kubectl");
            metadata.put("managedFields", random.nextBoolean() ? List.of(manager, manager) : List.of());
        }
        metadata.put("name", (random.nextBoolean() ? "istio" : "web") + random.nextInt(99));
        return metadata;
    }

    private Map<String, Object> spec() {
        Map<String, Object> pod = new LinkedHashMap<>();
        pod.put("containers", List.of(value(2)));
        pod.put("hostNetwork", "true");
        pod.put("other", value(2));
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("metadata", Map.of("labels", Map.of("app", "web")));
        template.put("spec", pod);
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("replicas", value(1));
        spec.put("template", template);
        spec.put("hostNetwork", text());
        spec.put("jobTemplate", Map.of("spec", Map.of("template", template)));
        return random.nextInt(3) == 0 ? shuffled(spec) : spec;
    }

    private Map<String, Object> shuffled(Map<String, Object> mapping) {
        List<String> keys = new ArrayList<>(mapping.keySet());
        Collections.shuffle(keys, random);
        Map<String, Object> other = new LinkedHashMap<>();
        keys.forEach(key -> other.put(key, mapping.get(key)));
        return other;
    }

    String text() {
        return random.nextInt(200) == 0
                ? "x' \"".repeat(20_000 + random.nextInt(20_000))
                : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private Object value(int depth) {
        int choice = depth == 0 ? 0 : random.nextInt(4);
        if (choice < 2) {
            return text();
        }
        if (choice == 2) {
            List<Object> list = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                list.add(value(depth - 1));
            }
            return list;
        }
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            mapping.put(KEYS.get(random.nextInt(KEYS.size())), value(depth - 1));
        }
        return mapping;
    }
}
