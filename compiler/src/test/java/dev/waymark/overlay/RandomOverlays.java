package dev.waymark.overlay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Specs of intents and of overlays over few names, so that many of their entries meet. */
final class RandomOverlays {
    private final Random random;
    private final boolean overlay;

    /** @param overlay whether entries may have markers */
    RandomOverlays(Random random, boolean overlay) {
        this.random = random;
        this.overlay = overlay;
    }

    Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        maybe(spec, "mesh", () -> settings(this::mesh));
        maybe(spec, "delivery", () -> settings(this::delivery));
        maybe(spec, "namespaces", () -> some(() -> entry(name("name"), this::namespace)));
        maybe(spec, "waypoints", () -> some(() -> entry(waypointName(), this::waypoint)));
        maybe(spec, "externals", () -> some(() -> entry(object(), this::external)));
        maybe(spec, "enrollments", () -> some(() -> entry(enrolled(), this::enrollment)));
        maybe(spec, "optOuts", () -> some(() -> entry(target(), this::options)));
        return spec;
    }

    private void maybe(Map<String, Object> map, String field, Supplier<Object> value) {
        if (random.nextBoolean()) {
            map.put(field, value.get());
        }
    }

    private List<Object> some(Supplier<Object> item) {
        List<Object> items = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            items.add(item.get());
        }
        return items;
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    private interface Filler {
        void fill(Map<String, Object> map);
    }

    private Map<String, Object> settings(Filler filler) {
        Map<String, Object> settings = new LinkedHashMap<>();
        filler.fill(settings);
        List<String> fields = new ArrayList<>(settings.keySet());
        if (overlay && random.nextInt(3) == 0 && !fields.isEmpty()) {
            settings.keySet().removeIf(field -> random.nextBoolean());
            settings.put("unset", List.of(fields.get(random.nextInt(fields.size()))));
        }
        return settings;
    }

    private Map<String, Object> entry(Map<String, Object> identity, Filler filler) {
        Map<String, Object> entry = new LinkedHashMap<>(identity);
        int chance = overlay ? random.nextInt(8) : 7;
        if (chance == 0) {
            entry.put("remove", true);
            return entry;
        }
        Map<String, Object> settings = settings(filler);
        entry.putAll(settings);
        if (chance <= 2) {
            entry.remove("unset");
            entry.put("add", true);
        }
        return entry;
    }

    private void mesh(Map<String, Object> mesh) {
        maybe(mesh, "revision", () -> one("stable", "rapid"));
        maybe(mesh, "rootNamespace", () -> one("a", "b"));
    }

    private void delivery(Map<String, Object> delivery) {
        maybe(delivery, "via", () -> one("patch", "owner"));
        maybe(delivery, "destination", () -> new LinkedHashMap<>(Map.of(one("server", "name"), one("a", "b"))));
    }

    private void namespace(Map<String, Object> namespace) {
        maybe(namespace, "dataplaneMode", () -> one("ambient", "none"));
        maybe(namespace, "via", () -> one("patch", "owner"));
    }

    private void waypoint(Map<String, Object> waypoint) {
        maybe(waypoint, "for", () -> one("service", "all"));
        maybe(waypoint, "labels", this::labels);
        maybe(waypoint, "infrastructure", () -> new LinkedHashMap<>(Map.of("labels", labels())));
        waypoint.putAll(
                switch (random.nextInt(3)) {
                    case 0 -> Map.of("replicas", random.nextInt(4));
                    case 1 -> Map.of("autoscale", numbers());
                    default -> Map.of();
                });
        maybe(waypoint, "admits", this::admits);
        maybe(waypoint, "consumers", this::consumers);
    }

    private Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        maybe(numbers, "min", () -> 1 + random.nextInt(3));
        maybe(numbers, "max", () -> 4 + random.nextInt(3));
        return numbers;
    }

    private Map<String, Object> admits() {
        return new LinkedHashMap<>(
                switch (random.nextInt(3)) {
                    case 0 -> Map.of("namespaces", List.of(one("a", "b")));
                    case 1 -> Map.of("selector", new LinkedHashMap<>(Map.of("matchLabels", labels())));
                    default -> Map.of("all", true);
                });
    }

    private Map<String, Object> labels() {
        Map<String, Object> labels = new LinkedHashMap<>();
        for (String key : List.of("add", "remove", "unset", "team")) {
            maybe(labels, key, () -> one("x", "y"));
        }
        return labels;
    }

    private void external(Map<String, Object> external) {
        maybe(external, "hosts", () -> some(() -> one("x.example.com", "y.example.com")));
        maybe(external, "ports", () -> some(() -> new LinkedHashMap<>(Map.of("number", random.nextInt(9)))));
        maybe(external, "labels", this::labels);
    }

    private void enrollment(Map<String, Object> enrollment) {
        maybe(enrollment, "consumers", this::consumers);
    }

    private List<Object> consumers() {
        return some(() -> entry(target(), this::options));
    }

    private void options(Map<String, Object> consumer) {
        maybe(consumer, "via", () -> one("patch", "owner"));
        maybe(consumer, "ingress", random::nextBoolean);
    }

    private Map<String, Object> name(String field) {
        return Map.of(field, one("a", "b"));
    }

    private Map<String, Object> waypointName() {
        Map<String, Object> name = new LinkedHashMap<>(name("namespace"));
        maybe(name, "name", () -> one("waypoint", "other"));
        return name;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>(name("name"));
        object.putAll(name("namespace"));
        return object;
    }

    private Map<String, Object> enrolled() {
        return Map.of("waypoint", one("a/waypoint", "b/waypoint"));
    }

    private Map<String, Object> target() {
        String key =
                one("namespace", "service", "service", "workload", "pods", "workloadEntry", "external", "serviceEntry");
        return switch (key) {
            case "namespace" -> name(key);
            case "workload" ->
                Map.of(key, one("Deployment/", "Deployment/a/", "StatefulSet/", "Deployment/b/") + one("x", "y"));
            case "pods" -> Map.of(key, pods());
            default -> Map.of(key, one("", "a/", "b/") + one("x", "y"));
        };
    }

    private Map<String, Object> pods() {
        Map<String, Object> labels = new LinkedHashMap<>();
        String first = one("app", "tier");
        labels.put(first, "x");
        maybe(labels, first.equals("app") ? "tier" : "app", () -> "x");
        Map<String, Object> pods = new LinkedHashMap<>(name("namespace"));
        pods.put("matchLabels", labels);
        return pods;
    }
}
