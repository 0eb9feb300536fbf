package dev.waymark.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Writes small meshes whose pairs differ in everything that a route depends on. */
final class RandomMesh {
    private static final List<String> NAMESPACES = List.of("a", "b");
    private static final List<String> SERVICES = List.of("s1", "s2", "s3");
    private static final List<String> EXTERNALS = List.of("e1", "e2");

    private final Random random;
    private final Map<String, List<String>> consumers = new TreeMap<>();
    private final StringBuilder optOuts = new StringBuilder();
    private final StringBuilder externals = new StringBuilder();

    RandomMesh(Random random) {
        this.random = random;
    }

    String write() {
        for (String waypoint : List.of("a/w1", "a/w2", "b/w1")) {
            if (chance(80)) {
                consumers.put(waypoint, new ArrayList<>());
            }
        }
        NAMESPACES.forEach(this::namespace);
        EXTERNALS.stream().filter(name -> chance(70)).forEach(this::external);
        return "apiVersion: waymark.dev/v1alpha1\nkind: MeshIntent\nmetadata: {name: mesh}\nspec:\n  mesh:"
                + " {istioVersion: \"1.31\"}\n" + list("waypoints", waypoints()) + list("optOuts", optOuts)
                + list("externals", externals);
    }

    private static String list(String field, CharSequence items) {
        return items.length() == 0 ? "" : "  " + field + ":\n" + items;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void namespace(String namespace) {
        boolean enrolled = enroll("namespace: " + namespace, 50, "");
        for (String service : SERVICES) {
            String name = namespace + "/" + service;
            boolean own = enroll("service: " + name, 40, "");
            if (enrolled && !own && chance(20)) {
                optOuts.append("  - service: ").append(name).append('\n');
            }
        }
        enroll("workload: Deployment/d", 40, namespace + "/");
    }

    /** @param home what the name of the waypoint begins with */
    private boolean enroll(String consumer, int percent, String home) {
        List<String> possible = consumers.keySet().stream()
                .filter(name -> name.startsWith(home))
                .toList();
        if (possible.isEmpty() || !chance(percent)) {
            return false;
        }
        boolean ingress = consumer.startsWith("service") && chance(30);
        String waypoint = possible.get(random.nextInt(possible.size()));
        consumers.getOrDefault(waypoint, new ArrayList<>()).add(consumer + (ingress ? ", ingress: true" : ""));
        return true;
    }

    private void external(String name) {
        externals
                .append("  - {name: ")
                .append(name)
                .append(", namespace: a, hosts: [")
                .append(name)
                .append(".example.com], ports: [{number: 443, protocol: TLS}]}\n");
        enroll("external: a/" + name, 60, "");
    }

    private StringBuilder waypoints() {
        StringBuilder waypoints = new StringBuilder();
        consumers.forEach((name, uses) -> {
            String[] parts = name.split("/", 2);
            waypoints
                    .append("  - name: ")
                    .append(parts[1])
                    .append("\n    namespace: ")
                    .append(parts[0])
                    .append('\n');
            if (chance(40)) {
                waypoints
                        .append("    for: ")
                        .append(List.of("service", "workload", "all").get(random.nextInt(3)))
                        .append('\n');
            }
            if (consumers.size() > 1 && chance(20)) {
                consumers.keySet().stream()
                        .filter(other -> !other.equals(name))
                        .findFirst()
                        .ifPresent(other -> waypoints
                                .append("    canary: {waypoint: ")
                                .append(other)
                                .append(", weight: ")
                                .append(random.nextInt(3) * 10)
                                .append("}\n"));
            }
            if (!uses.isEmpty()) {
                waypoints.append("    consumers:\n");
                uses.forEach(use -> waypoints.append("    - {").append(use).append("}\n"));
            }
        });
        return waypoints;
    }
}
