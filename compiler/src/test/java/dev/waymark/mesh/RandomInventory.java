package dev.waymark.mesh;

import dev.waymark.inventory.Inventory;
import dev.waymark.testing.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects of two namespaces as a test thinks of them, and the manifests that show them. */
record RandomInventory(List<Thing> things) {
    private static final Map<String, String> VERSIONS = Map.of(
            "Service", "v1",
            "Pod", "v1",
            "Deployment", "apps/v1",
            "StatefulSet", "apps/v1",
            "DaemonSet", "apps/v1",
            "Job", "batch/v1",
            "CronJob", "batch/v1",
            "Rollout", "argoproj.io/v1alpha1");
    private static final List<String> KINDS =
            VERSIONS.keySet().stream().sorted().toList();

    /**
     * An object.
     *
     * @param labels those that its waypoint is chosen by
     * @param runs the Deployment whose template a Rollout runs
     */
    record Thing(
            String kind,
            String namespace,
            String name,
            SortedMap<String, String> labels,
            Optional<String> runs,
            boolean live) {
        String words() {
            return kind.toLowerCase(Locale.ROOT) + " " + namespace + "/" + name;
        }
    }

    static RandomInventory next(Random random) {
        SortedMap<String, Thing> things = new TreeMap<>();
        for (int count = 4 + random.nextInt(12); count > 0; count--) {
            Thing thing = thing(random);
            things.put(thing.words(), thing);
        }
        return new RandomInventory(List.copyOf(things.values()));
    }

    private static Thing thing(Random random) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        Optional<String> runs = kind.equals("Rollout") && random.nextBoolean()
                ? Optional.of("n" + random.nextInt(3))
                : Optional.empty();
        SortedMap<String, String> labels = new TreeMap<>();
        if (runs.isEmpty()) {
            for (String key : List.of("app", "tier")) {
                if (random.nextInt(3) > 0) {
                    labels.put(key, "v" + random.nextInt(2));
                }
            }
            if (random.nextInt(3) == 0) {
                labels.put(
                        "istio.io/use-waypoint-namespace",
                        List.of("a", "b", "c").get(random.nextInt(3)));
            }
        }
        String namespace = random.nextBoolean() ? "a" : "b";
        return new Thing(kind, namespace, "n" + random.nextInt(3), labels, runs, random.nextInt(4) == 0);
    }

    /** Those of them that somebody shows. */
    RandomInventory some(Random random) {
        return new RandomInventory(
                things.stream().filter(thing -> random.nextInt(3) > 0).toList());
    }

    Optional<Thing> find(String words) {
        return things.stream().filter(thing -> thing.words().equals(words)).findFirst();
    }

    Inventory inventory(boolean complete) {
        List<String> texts = new ArrayList<>();
        things.forEach(thing -> texts.add(manifest(thing)));
        return Manifests.inventory(String.join("\n---\n", texts), complete);
    }

    private static String manifest(Thing thing) {
        String template = "{metadata: {labels: " + flow(thing.labels()) + "}}";
        String own = "";
        String spec = switch (thing.kind()) {
            case "Service", "Pod" -> {
                own = ", labels: " + flow(thing.labels());
                yield "{}";
            }
            case "CronJob" -> "{jobTemplate: {spec: {template: " + template + "}}}";
            default ->
                thing.runs()
                        .map(name -> "{workloadRef: {kind: Deployment, name: " + name + "}}")
                        .orElse("{template: " + template + "}");
        };
        return "{apiVersion: " + VERSIONS.get(thing.kind()) + ", kind: " + thing.kind() + ", metadata: {name: "
                + thing.name() + ", namespace: " + thing.namespace() + (thing.live() ? ", uid: u" : "") + own
                + "}, spec: " + spec + "}";
    }

    /** A mapping in flow style. */
    static String flow(Map<String, String> labels) {
        List<String> entries = new ArrayList<>();
        new TreeMap<>(labels).forEach((key, value) -> entries.add(key + ": " + value));
        return "{" + String.join(", ", entries) + "}";
    }
}
