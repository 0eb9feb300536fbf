package dev.waymark.lower;

import dev.waymark.kube.Resource.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Applies a patch to an object as an API server would: what istiod does with the overlays that it is given. */
final class StrategicMerge {
    private static final Literal NULL = new Literal("null");

    private StrategicMerge() {}

    static Map<String, Object> apply(Map<String, Object> object, Map<String, Object> patch) {
        Map<String, Object> result = new LinkedHashMap<>(object);
        if (patch.containsKey("$patch")) {
            result.clear();
        }
        for (Map.Entry<String, Object> entry : patch.entrySet()) {
            String key = entry.getKey();
            Object value = entry.getValue();
            if (value.equals(NULL)) {
                result.remove(key);
            } else if (value instanceof Map) {
                result.put(key, apply(map(result.getOrDefault(key, Map.of())), map(value)));
            } else if (key.equals("containers")) {
                result.put(key, containers(list(result.getOrDefault(key, List.of())), list(value)));
            } else if (!key.equals("$patch")) {
                result.put(key, value);
            }
        }
        return result;
    }

    private static List<Object> containers(List<Object> object, List<Object> patch) {
        List<Object> result = new ArrayList<>(object);
        if (patch.contains(Map.of("$patch", "replace"))) {
            result.clear();
        }
        for (Object item : patch) {
            Map<String, Object> container = map(item);
            int index = names(result).indexOf(container.getOrDefault("name", ""));
            if (Objects.equals(container.get("$patch"), "delete")) {
                result.removeIf(other -> Objects.equals(map(other).get("name"), container.get("name")));
            } else if (container.containsKey("name") && index < 0) {
                result.add(apply(Map.of(), container));
            } else if (container.containsKey("name")) {
                result.set(index, apply(map(result.get(index)), container));
            }
        }
        return result;
    }

    private static List<Object> names(List<Object> containers) {
        return containers.stream().map(container -> map(container).get("name")).toList();
    }

    @SuppressWarnings("unchecked") // all keys are text
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked") // whatever they are
    private static List<Object> list(Object node) {
        return (List<Object>) node;
    }
}
