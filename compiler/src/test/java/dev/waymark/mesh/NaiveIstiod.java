package dev.waymark.mesh;

import dev.waymark.mesh.Model.Canary;
import dev.waymark.mesh.Model.Target;
import dev.waymark.testing.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How istiod chooses the waypoint of an object (istio {@code pilot/pkg/serviceregistry/ambient/waypoints.go}), written
 * down once more, without any thought of speed. Every Gateway is taken to be ready.
 */
record NaiveIstiod(Cluster cluster) {
    private static final String USE = "istio.io/use-waypoint";
    private static final String CANARY = "istio.io/use-waypoint-canary";
    private static final String INGRESS = "istio.io/ingress-use-waypoint";
    private static final List<String> TRUE = List.of("1", "t", "T", "TRUE", "true", "True");

    /** The labels and annotations of an object, or of its Namespace. */
    private record Level(Map<String, String> labels, Map<String, String> annotations, String namespace) {
        boolean has(String key) {
            return labels.containsKey(key);
        }

        /** {@code namespace/name}; empty where the label is missing, or says that there is none. */
        Optional<String> reference(String key) {
            return Optional.ofNullable(labels.get(key))
                    .filter(name -> !name.equals("none"))
                    .map(name -> labels.getOrDefault(key + "-namespace", namespace) + "/" + name);
        }
    }

    Route route(Target target) {
        Level own = level(target);
        Level namespace = level(Target.namespace(target.namespace()));
        Level deciding = own.has(USE) ? own : namespace;
        return deciding.reference(USE)
                .map(reference -> route(target, reference, deciding))
                .orElse(Route.none(own.has(USE) ? "OptedOut" : "NotEnrolled"));
    }

    private Level level(Target target) {
        Tree object = cluster.object(target);
        return new Level(
                texts(object.at(Cluster.labelsOf(target.kind()))),
                texts(object.at("metadata", "annotations")),
                target.namespace());
    }

    private Route route(Target target, String reference, Level deciding) {
        String traffic = target.isWorkload() ? "workload" : "service";
        String problem = problem(reference, target.namespace(), traffic);
        if (problem.isEmpty()) {
            boolean workload = target.isWorkload();
            return Route.to(
                    reference,
                    workload ? Optional.empty() : canary(reference, target, deciding),
                    !workload && ingress(target));
        }
        boolean silent = problem.equals("UnsupportedTrafficType")
                && target.isWorkload()
                && !level(target).has(USE);
        return Route.none(silent ? "NotEnrolled" : problem);
    }

    /** Why traffic of a namespace's object cannot go through a waypoint; empty where it can. */
    private String problem(String reference, String namespace, String traffic) {
        Optional<Tree> gateway = cluster.gateway(reference);
        if (gateway.isEmpty()) {
            return "WaypointIsNotReady";
        }
        if (!admits(gateway.get(), namespace)) {
            return "AttachmentDenied";
        }
        Object type = gateway.get().at("metadata", "labels").map().getOrDefault("istio.io/waypoint-for", "service");
        return type.equals("all") || type.equals(traffic) ? "" : "UnsupportedTrafficType";
    }

    private Optional<Canary> canary(String primary, Target target, Level deciding) {
        String weight = deciding.annotations().getOrDefault("istio.io/use-waypoint-canary-weight", "0");
        return deciding.reference(CANARY)
                .filter(canary -> !canary.equals(primary))
                .filter(canary -> weight.matches("[0-9]{1,2}|100"))
                .filter(canary -> problem(canary, target.namespace(), "service").isEmpty())
                .map(canary -> new Canary(canary, Integer.parseInt(weight)));
    }

    private boolean ingress(Target target) {
        Level own = level(target);
        Level deciding = own.has(INGRESS) ? own : level(Target.namespace(target.namespace()));
        return TRUE.contains(deciding.labels().getOrDefault(INGRESS, ""));
    }

    private boolean admits(Tree gateway, String namespace) {
        Tree namespaces = gateway.at("spec").trees("listeners").stream()
                .filter(each -> each.text("protocol").equals("HBONE")
                        && each.value("port").equals(15008L))
                .findFirst()
                .map(each -> each.at("allowedRoutes", "namespaces"))
                .orElse(new Tree(Map.of()));
        return switch (String.valueOf(namespaces.map().getOrDefault("from", "Same"))) {
            case "All" -> true;
            case "Selector" ->
                matches(
                        namespaces.at("selector"),
                        level(Target.namespace(namespace)).labels());
            default -> gateway.at("metadata").text("namespace").equals(namespace);
        };
    }

    /** As the API machinery matches a label selector. */
    private static boolean matches(Tree selector, Map<String, String> labels) {
        boolean all =
                labels.entrySet().containsAll(selector.at("matchLabels").map().entrySet());
        return all && selector.trees("matchExpressions").stream().allMatch(each -> holds(each, labels));
    }

    private static boolean holds(Tree expression, Map<String, String> labels) {
        boolean there = labels.containsKey(expression.text("key"));
        boolean listed = there && expression.texts("values").contains(labels.get(expression.text("key")));
        return switch (expression.text("operator")) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> there;
            default -> !there;
        };
    }

    @SuppressWarnings("unchecked") // labels and annotations are text
    private static Map<String, String> texts(Tree tree) {
        return (Map<String, String>) (Map<String, ?>) tree.map();
    }
}
