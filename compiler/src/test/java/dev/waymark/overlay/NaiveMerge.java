package dev.waymark.overlay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Lays overlays over plain maps, by looking through everything for each entry. */
final class NaiveMerge {
    private static final List<String> TARGETS =
            List.of("namespace", "service", "workload", "pods", "workloadEntry", "external", "serviceEntry");
    private static final Map<String, List<String>> IDENTITIES = Map.of(
            "namespaces", List.of("name"),
            "waypoints", List.of("namespace", "name"),
            "externals", List.of("namespace", "name"),
            "enrollments", List.of("waypoint"),
            "consumers", TARGETS,
            "optOuts", TARGETS);
    private static final List<List<String>> CHOICES = List.of(
            List.of("waypoints", "replicas", "autoscale"),
            List.of("admits", "namespaces", "selector", "all"),
            List.of("destination", "server", "name"));

    private int misses;

    int misses() {
        return misses;
    }

    /** Changes the specs of one unit. */
    void lay(List<Map<String, Object>> specs, Map<String, Object> overlay) {
        overlay.forEach((field, value) -> {
            if (IDENTITIES.containsKey(field)) {
                layEntries(specs, field, value, "");
            } else {
                List<Map<String, Object>> stating =
                        specs.stream().filter(spec -> spec.containsKey(field)).toList();
                if (stating.isEmpty()) {
                    specs.get(0).put(field, new LinkedHashMap<>());
                }
                laySettings(stating.isEmpty() ? specs.subList(0, 1) : stating, field, map(value));
            }
        });
    }

    private void laySettings(List<Map<String, Object>> specs, String field, Map<String, Object> above) {
        List<Map<String, Object>> settings =
                specs.stream().map(spec -> map(value(spec, field))).toList();
        unset(settings, above);
        settings.forEach(below -> above.forEach((name, value) -> {
            if (!name.equals("unset")) {
                merge(below, name, value);
            }
        }));
    }

    private void layEntries(List<Map<String, Object>> owners, String list, Object above, String home) {
        for (Map<String, Object> item : maps(above)) {
            Object wanted = identity(list, item, home);
            if (item.containsKey("add")) {
                List<Object> target = list(owners.get(0).computeIfAbsent(list, name -> new ArrayList<>()));
                target.add(fresh(item));
                continue;
            }
            List<Map<String, Object>> found = new ArrayList<>();
            for (Map<String, Object> owner : owners) {
                for (Map<String, Object> entry : maps(owner.getOrDefault(list, List.of()))) {
                    if (identity(list, entry, home).equals(wanted)) {
                        found.add(entry);
                    }
                }
            }
            if (found.isEmpty()) {
                misses++;
            } else if (item.containsKey("remove")) {
                owners.forEach(owner -> list(owner.getOrDefault(list, new ArrayList<>()))
                        .removeIf(entry -> identity(list, map(entry), home).equals(wanted)));
            } else {
                layEntry(list, found, item);
            }
        }
    }

    private void layEntry(String list, List<Map<String, Object>> found, Map<String, Object> above) {
        unset(found, above);
        found.forEach(entry -> choose(list, entry, above));
        above.forEach((field, value) -> {
            boolean says = isIdentity(list, field) || field.equals("unset");
            if (field.equals("consumers")) {
                layEntries(found, field, value, home(list, above));
            } else if (!says) {
                found.forEach(entry -> merge(entry, field, value));
            }
        });
    }

    private void unset(List<Map<String, Object>> found, Map<String, Object> above) {
        for (Object field : list(above.getOrDefault("unset", List.of()))) {
            if (found.stream().noneMatch(entry -> entry.containsKey(field))) {
                misses++;
            }
            found.forEach(entry -> entry.remove(field));
        }
    }

    private static void merge(Map<String, Object> below, String field, Object above) {
        if (below.get(field) instanceof Map && above instanceof Map) {
            Map<String, Object> inner = map(value(below, field));
            choose(field, inner, map(above));
            map(above).forEach((name, value) -> merge(inner, name, value));
        } else {
            below.put(field, copy(above));
        }
    }

    /** Two places never share a value: a change of the one would be one of the other. */
    private static Object copy(Object value) {
        if (value instanceof Map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map(value).forEach((name, inner) -> copy.put(name, copy(inner)));
            return copy;
        }
        return value instanceof List
                ? new ArrayList<>(list(value).stream().map(NaiveMerge::copy).toList())
                : value;
    }

    private static void choose(String where, Map<String, Object> below, Map<String, Object> above) {
        for (List<String> choice : CHOICES) {
            List<String> forms = choice.subList(1, choice.size());
            if (choice.get(0).equals(where) && forms.stream().anyMatch(above::containsKey)) {
                forms.stream().filter(form -> !above.containsKey(form)).forEach(below::remove);
            }
        }
    }

    private Map<String, Object> fresh(Map<String, Object> item) {
        Map<String, Object> fresh = new LinkedHashMap<>();
        misses += list(item.getOrDefault("unset", List.of())).size();
        item.forEach((field, value) -> {
            if (field.equals("consumers")) {
                fresh.put(field, consumers(value));
            } else if (!List.of("add", "unset").contains(field)) {
                fresh.put(field, copy(value));
            }
        });
        return fresh;
    }

    private List<Object> consumers(Object value) {
        List<Object> consumers = new ArrayList<>();
        for (Map<String, Object> consumer : maps(value)) {
            if (consumer.containsKey("remove")) {
                misses++;
            } else {
                consumers.add(fresh(consumer));
            }
        }
        return consumers;
    }

    private static boolean isIdentity(String list, String field) {
        return IDENTITIES.getOrDefault(list, List.of()).contains(field);
    }

    private static Object identity(String list, Map<String, Object> entry, String home) {
        return switch (list) {
            case "namespaces" -> value(entry, "name");
            case "waypoints", "externals" -> List.of(value(entry, "namespace"), entry.getOrDefault("name", "waypoint"));
            case "enrollments" -> value(entry, "waypoint");
            default -> target(entry, home);
        };
    }

    private static Object target(Map<String, Object> entry, String home) {
        String key = TARGETS.stream().filter(entry::containsKey).findFirst().orElseThrow();
        if (key.equals("pods")) {
            Map<String, Object> pods = map(value(entry, key));
            return List.of(value(pods, "namespace"), new TreeMap<>(map(value(pods, "matchLabels"))));
        }
        List<String> parts =
                new ArrayList<>(List.of(value(entry, key).toString().split("/", -1)));
        int whole = key.equals("workload") ? 3 : key.equals("namespace") ? 1 : 2;
        if (parts.size() < whole) {
            parts.add(parts.size() - 1, home);
        }
        return List.of(key, parts);
    }

    private static String home(String list, Map<String, Object> entry) {
        return list.equals("waypoints")
                ? value(entry, "namespace").toString()
                : value(entry, "waypoint").toString().split("/", -1)[0];
    }

    private static Object value(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key)).orElseThrow();
    }

    private static List<Map<String, Object>> maps(Object list) {
        return list(list).stream().map(NaiveMerge::map).toList();
    }

    @SuppressWarnings("unchecked") // all keys are text
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
