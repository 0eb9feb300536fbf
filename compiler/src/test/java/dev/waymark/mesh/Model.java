package dev.waymark.mesh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some units as a test thinks of them, and the documents that say so.
 *
 * @param revision of the mesh
 */
record Model(List<Unit> units, Optional<String> revision) {
    record Unit(String name, List<Namespace> namespaces, List<Waypoint> waypoints, List<Target> externals) {}

    /** A namespace whose labels a unit states. */
    record Namespace(String name, Optional<String> mode) {}

    record Waypoint(
            String namespace,
            String name,
            Optional<String> traffic,
            Optional<String> revision,
            List<Consumer> consumers,
            Admits admits) {}

    /** An object; the namespace of a Namespace is its own name. */
    record Target(String kind, String namespace, String name) {
        boolean isWorkload() {
            return !List.of("Namespace", "Service", "ServiceEntry").contains(kind);
        }
    }

    /** @param qualified whether the namespace is written out though it is that of the waypoint */
    record Consumer(Target target, boolean qualified) {}

    /** Who may use a waypoint beside its consumers. */
    record Admits(Form form, List<String> namespaces, SortedMap<String, String> labels, List<Expression> expressions) {
        static final Admits NOBODY = new Admits(Form.NOBODY, List.of(), new TreeMap<>(), List.of());
        static final Admits ALL = new Admits(Form.ALL, List.of(), new TreeMap<>(), List.of());
    }

    enum Form {
        NOBODY,
        NAMESPACES,
        SELECTOR,
        ALL
    }

    record Expression(String key, String operator, List<String> values) {}

    /** This model with nothing of the other units but the externals, which this one may enroll. */
    Model onlyWaypointsOf(Unit kept) {
        List<Unit> others = units.stream()
                .map(unit -> unit.equals(kept) ? unit : new Unit(unit.name, List.of(), List.of(), unit.externals))
                .toList();
        return new Model(others, revision);
    }

    /** A text for each document; a unit that says much has two, which share it. */
    List<String> documents() {
        return units.stream()
                .flatMap(unit -> IntStream.range(0, parts(unit)).mapToObj(part -> document(unit, part)))
                .toList();
    }

    private static int parts(Unit unit) {
        return unit.waypoints.size() > 1 ? 2 : 1;
    }

    private String document(Unit unit, int part) {
        Map<String, Object> spec = new LinkedHashMap<>();
        revision.ifPresent(word -> spec.put("mesh", Map.of("revision", word)));
        int parts = parts(unit);
        spec.put(
                "namespaces",
                share(unit.namespaces, part, parts).map(Model::tree).toList());
        spec.put(
                "waypoints", share(unit.waypoints, part, parts).map(Model::tree).toList());
        spec.put(
                "externals",
                share(unit.externals, part, parts).map(Model::external).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", "waymark.dev/v1alpha1");
        document.put("kind", "MeshIntent");
        document.put("metadata", Map.of("name", unit.name));
        document.put("spec", spec);
        return written(document);
    }

    private static <T> Stream<T> share(List<T> list, int part, int parts) {
        return IntStream.range(0, list.size())
                .filter(index -> index % parts == part)
                .mapToObj(list::get);
    }

    private static Map<String, Object> tree(Namespace namespace) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", namespace.name);
        namespace.mode.ifPresent(mode -> tree.put("dataplaneMode", mode));
        return tree;
    }

    private static Map<String, Object> tree(Waypoint waypoint) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!waypoint.name.equals("waypoint")) {
            tree.put("name", waypoint.name);
        }
        tree.put("namespace", waypoint.namespace);
        waypoint.traffic.ifPresent(traffic -> tree.put("for", traffic));
        waypoint.revision.ifPresent(revision -> tree.put("revision", revision));
        tree.put(
                "consumers",
                waypoint.consumers.stream().map(each -> tree(each, waypoint)).toList());
        if (waypoint.admits.form != Form.NOBODY) {
            tree.put("admits", tree(waypoint.admits));
        }
        return tree;
    }

    private static Map<String, Object> tree(Consumer consumer, Waypoint waypoint) {
        Target target = consumer.target;
        boolean near = !consumer.qualified && target.namespace.equals(waypoint.namespace);
        String name = near ? target.name : target.namespace + "/" + target.name;
        return switch (target.kind) {
            case "Namespace" -> Map.of("namespace", target.name);
            case "Service" -> Map.of("service", name);
            case "ServiceEntry" -> Map.of("external", name);
            default -> Map.of("workload", target.kind + "/" + name);
        };
    }

    private static Map<String, Object> tree(Admits admits) {
        return switch (admits.form) {
            case ALL -> Map.of("all", true);
            case NAMESPACES -> Map.of("namespaces", admits.namespaces);
            default -> Map.of("selector", selector(admits));
        };
    }

    private static Map<String, Object> selector(Admits admits) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!admits.labels.isEmpty()) {
            tree.put("matchLabels", admits.labels);
        }
        List<Object> expressions = new ArrayList<>();
        for (Expression expression : admits.expressions) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("key", expression.key);
            each.put("operator", expression.operator);
            if (!expression.values.isEmpty()) {
                each.put("values", expression.values);
            }
            expressions.add(each);
        }
        if (!expressions.isEmpty()) {
            tree.put("matchExpressions", expressions);
        }
        return tree;
    }

    private static Map<String, Object> external(Target external) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", external.name);
        tree.put("namespace", external.namespace);
        tree.put("hosts", List.of(external.name + "." + external.namespace + ".example.com"));
        tree.put("ports", List.of(Map.of("number", 443, "protocol", "TLS")));
        return tree;
    }

    /** A tree in flow style; all text is in quotes, and holds none. */
    private static String written(Object node) {
        if (node instanceof Map<?, ?> map) {
            List<String> entries = map.entrySet().stream()
                    .map(entry -> written(entry.getKey()) + ": " + written(entry.getValue()))
                    .toList();
            return "{" + String.join(", ", entries) + "}";
        }
        if (node instanceof List<?> list) {
            return list.stream().map(Model::written).toList().toString();
        }
        return node instanceof String ? "\"" + node + "\"" : node.toString();
    }
}
