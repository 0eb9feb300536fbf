package dev.waymark.mesh;

import dev.waymark.mesh.Model.Admits;
import dev.waymark.mesh.Model.Canary;
import dev.waymark.mesh.Model.Consumer;
import dev.waymark.mesh.Model.Enrollment;
import dev.waymark.mesh.Model.Expression;
import dev.waymark.mesh.Model.Form;
import dev.waymark.mesh.Model.Namespace;
import dev.waymark.mesh.Model.Target;
import dev.waymark.mesh.Model.Unit;
import dev.waymark.mesh.Model.Waypoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The documents that say what a model means. */
record Documents(Model model) {
    /** A text for each document; a unit that says much has two, which share it. */
    List<String> texts() {
        return model.units().stream()
                .flatMap(unit -> IntStream.range(0, parts(unit)).mapToObj(part -> text(unit, part)))
                .toList();
    }

    private static int parts(Unit unit) {
        return unit.waypoints().size() > 1 ? 2 : 1;
    }

    private String text(Unit unit, int part) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("mesh", mesh());
        model.settings().via().ifPresent(via -> spec.put("delivery", Map.of("via", via)));
        int parts = parts(unit);
        spec.put("namespaces", share(unit.namespaces(), part, parts).map(Documents::namespace));
        spec.put("waypoints", share(unit.waypoints(), part, parts).map(Documents::waypoint));
        spec.put("externals", share(unit.externals(), part, parts).map(Documents::external));
        spec.put("enrollments", share(unit.enrollments(), part, parts).map(Documents::enrollment));
        spec.put("optOuts", share(unit.optOuts(), part, parts).map(each -> consumer(each, "")));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", "waymark.dev/v1alpha1");
        document.put("kind", "MeshIntent");
        document.put("metadata", Map.of("name", unit.name()));
        document.put("spec", spec);
        return written(document);
    }

    private Map<String, Object> mesh() {
        Map<String, Object> mesh = new LinkedHashMap<>();
        model.settings().revision().ifPresent(word -> mesh.put("revision", word));
        model.settings().istioVersion().ifPresent(version -> mesh.put("istioVersion", version));
        return mesh;
    }

    private static <T> Stream<T> share(List<T> list, int part, int parts) {
        return IntStream.range(0, list.size())
                .filter(index -> index % parts == part)
                .mapToObj(list::get);
    }

    private static Map<String, Object> namespace(Namespace namespace) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", namespace.name());
        namespace.mode().ifPresent(mode -> tree.put("dataplaneMode", mode));
        namespace.via().ifPresent(via -> tree.put("via", via));
        return tree;
    }

    private static Map<String, Object> waypoint(Waypoint waypoint) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!waypoint.name().equals("waypoint")) {
            tree.put("name", waypoint.name());
        }
        tree.put("namespace", waypoint.namespace());
        waypoint.traffic().ifPresent(traffic -> tree.put("for", traffic));
        tree.put("consumers", waypoint.consumers().stream().map(each -> consumer(each, waypoint.namespace())));
        if (waypoint.admits().form() != Form.NOBODY) {
            tree.put("admits", admits(waypoint.admits()));
        }
        waypoint.options().revision().ifPresent(revision -> tree.put("revision", revision));
        waypoint.options().phase().ifPresent(phase -> tree.put("phase", phase));
        waypoint.options().ingress().ifPresent(ingress -> tree.put("ingress", ingress));
        waypoint.options().canary().ifPresent(canary -> tree.put("canary", canary(canary)));
        if (waypoint.options().global()) {
            tree.put("global", true);
        }
        return tree;
    }

    private static Map<String, Object> canary(Canary canary) {
        return Map.of("waypoint", canary.waypoint(), "weight", canary.weight());
    }

    private static Map<String, Object> enrollment(Enrollment enrollment) {
        String home = enrollment.waypoint().split("/", -1)[0];
        return Map.of(
                "waypoint",
                enrollment.waypoint(),
                "consumers",
                enrollment.consumers().stream().map(each -> consumer(each, home)));
    }

    private static Map<String, Object> consumer(Consumer consumer, String home) {
        Target target = consumer.target();
        boolean near = !consumer.qualified() && target.namespace().equals(home);
        String name = near ? target.name() : target.namespace() + "/" + target.name();
        Map<String, Object> tree = new LinkedHashMap<>();
        switch (target.kind()) {
            case "Namespace" -> tree.put("namespace", target.name());
            case "Service" -> tree.put("service", name);
            case "ServiceEntry" -> tree.put("serviceEntry", name);
            case "External" -> tree.put("external", name);
            case "WorkloadEntry" -> tree.put("workloadEntry", name);
            default -> tree.put("workload", target.kind() + "/" + name);
        }
        consumer.via().ifPresent(via -> tree.put("via", via));
        consumer.ingress().ifPresent(ingress -> tree.put("ingress", ingress));
        return tree;
    }

    private static Map<String, Object> admits(Admits admits) {
        return switch (admits.form()) {
            case ALL -> Map.of("all", true);
            case NAMESPACES -> Map.of("namespaces", admits.namespaces());
            default -> Map.of("selector", selector(admits));
        };
    }

    private static Map<String, Object> selector(Admits admits) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!admits.labels().isEmpty()) {
            tree.put("matchLabels", admits.labels());
        }
        List<Object> expressions = new ArrayList<>();
        for (Expression expression : admits.expressions()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("key", expression.key());
            each.put("operator", expression.operator());
            if (!expression.values().isEmpty()) {
                each.put("values", expression.values());
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
        tree.put("name", external.name());
        tree.put("namespace", external.namespace());
        tree.put("hosts", List.of(external.name() + "." + external.namespace() + ".example.com"));
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
        if (node instanceof Stream<?> stream) {
            return stream.map(Documents::written).toList().toString();
        }
        if (node instanceof List<?> list) {
            return written(list.stream());
        }
        return node instanceof String ? "\"" + node + "\"" : node.toString();
    }
}
