package dev.waymark.routing;

import dev.waymark.testing.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * istiod's choice written down once more, straight from the order in which its code asks, on the manifests themselves:
 * slow, and as little like the model as can be.
 */
record NaiveRouting(List<Tree> documents, int minor) {
    private static final List<String> TARGETS = List.of(
            "Service", "ServiceEntry", "WorkloadEntry", "Pod", "Deployment", "StatefulSet", "DaemonSet", "CronJob");

    /** A waypoint, or why there is none. */
    private record Found(@Nullable Tree gateway, String reason) {}

    /** What is said of each target, by its kind, namespace and name. */
    SortedMap<String, String> answers() {
        SortedMap<String, String> answers = new TreeMap<>();
        for (Tree document : documents) {
            if (TARGETS.contains(document.text("kind"))) {
                answers.put(
                        document.text("kind") + " " + namespace(document) + "/" + document.name(), answer(document));
            }
        }
        return answers;
    }

    private static String namespace(Tree document) {
        return document.at("metadata").text("namespace");
    }

    private String answer(Tree object) {
        String kind = object.text("kind");
        boolean service = kind.equals("Service") || kind.equals("ServiceEntry");
        Map<String, Object> labels = labels(object);
        Found found = service ? ofService(object, labels) : ofWorkload(object, labels);
        if (found.gateway() == null) {
            return found.reason() + " - false";
        }
        String canary = service && minor >= 31 ? canary(object, labels, reference(found.gateway())) : "-";
        return reference(found.gateway()) + " " + canary + " " + (service && ingress(object, labels));
    }

    private static String reference(Tree gateway) {
        return namespace(gateway) + "/" + gateway.name();
    }

    private static Map<String, Object> labels(Tree object) {
        Map<String, Object> own = object.at("metadata", "labels").map();
        return switch (object.text("kind")) {
            case "Deployment", "StatefulSet", "DaemonSet" ->
                object.at("spec", "template", "metadata", "labels").map();
            case "CronJob" ->
                object.at("spec", "jobTemplate", "spec", "template", "metadata", "labels")
                        .map();
            case "WorkloadEntry" -> {
                Map<String, Object> merged =
                        new TreeMap<>(object.at("spec", "labels").map());
                merged.putAll(own);
                yield merged;
            }
            default -> own;
        };
    }

    private Found ofService(Tree object, Map<String, Object> labels) {
        Object managed = labels.getOrDefault("gateway.istio.io/managed", "");
        boolean exempt = managed.equals("istio.io-mesh-controller") || managed.equals("istio.io-eastwest-controller");
        if (exempt || isExternalName(object) || isHidden(object)) {
            return none(labels);
        }
        Found found = find(object, labels);
        if (found.gateway() == null) {
            return found;
        }
        String type = type(found.gateway());
        return type.equals("service") || type.equals("all") ? found : new Found(null, "UnsupportedTrafficType");
    }

    private static Found none(Map<String, Object> labels) {
        boolean out = "none".equals(labels.get("istio.io/use-waypoint"));
        return new Found(null, out ? "OptedOut" : "NotEnrolled");
    }

    private static boolean isExternalName(Tree object) {
        return "ExternalName".equals(object.at("spec").map().get("type"));
    }

    private boolean isHidden(Tree object) {
        if (!object.text("kind").equals("ServiceEntry")) {
            return false;
        }
        boolean range = object.at("spec").texts("addresses").stream()
                .anyMatch(address -> address.contains("/") && !address.endsWith("/32"));
        List<String> free = new ArrayList<>(object.at("spec").texts("hosts"));
        for (Tree other : documents) {
            boolean takes = other.text("kind").equals("Service") && !isExternalName(other);
            if (takes && namespace(other).equals(namespace(object))) {
                free.remove(other.name() + "." + namespace(other) + ".svc.cluster.local");
            }
        }
        return free.isEmpty() || (range && minor < 30);
    }

    private Found ofWorkload(Tree object, Map<String, Object> labels) {
        Object instance = labels.getOrDefault("gateway.networking.k8s.io/gateway-name", "");
        if (!instance.equals("") && gateway(namespace(object), instance.toString()) != null) {
            return none(labels);
        }
        Found found = find(object, labels);
        if (found.gateway() == null) {
            return found;
        }
        String type = type(found.gateway());
        if (type.equals("workload") || type.equals("all")) {
            return found;
        }
        boolean told = labels.containsKey("istio.io/use-waypoint") || minor < 30;
        return new Found(null, told ? "UnsupportedTrafficType" : "NotEnrolled");
    }

    private Found find(Tree object, Map<String, Object> labels) {
        String namespace = namespace(object);
        Object wanted = labels.get("istio.io/use-waypoint");
        if (wanted != null) {
            return wanted.equals("none") ? new Found(null, "OptedOut") : attach(labels, wanted.toString(), namespace);
        }
        Tree parent = one("Namespace", "", namespace);
        Map<String, Object> inherited =
                parent == null ? Map.of() : parent.at("metadata", "labels").map();
        Object name = inherited.get("istio.io/use-waypoint");
        return name == null || name.equals("none")
                ? new Found(null, "NotEnrolled")
                : attach(inherited, name.toString(), namespace);
    }

    private Found attach(Map<String, Object> labels, String name, String namespace) {
        String home = labels.getOrDefault("istio.io/use-waypoint-namespace", namespace)
                .toString();
        Tree gateway = gateway(home, name);
        if (gateway == null) {
            return new Found(null, "WaypointIsNotReady");
        }
        return allows(gateway, namespace) ? new Found(gateway, "") : new Found(null, "AttachmentDenied");
    }

    private @Nullable Tree gateway(String namespace, String name) {
        return one("Gateway", namespace, name);
    }

    private @Nullable Tree one(String kind, String namespace, String name) {
        for (Tree document : documents) {
            Object found = document.at("metadata").map().getOrDefault("namespace", "");
            if (document.text("kind").equals(kind) && document.name().equals(name) && found.equals(namespace)) {
                return document;
            }
        }
        return null;
    }

    private String type(Tree gateway) {
        Tree ofClass = one("GatewayClass", "", gateway.at("spec").text("gatewayClassName"));
        Object fallback = ofClass == null
                ? "service"
                : ofClass.at("metadata", "labels").map().getOrDefault("istio.io/waypoint-for", "service");
        return gateway.at("metadata", "labels")
                .map()
                .getOrDefault("istio.io/waypoint-for", fallback)
                .toString();
    }

    private boolean allows(Tree gateway, String namespace) {
        Tree listener = listener(gateway);
        Map<String, Object> allowed = listener == null
                ? Map.of()
                : listener.at("allowedRoutes", "namespaces").map();
        Object from = allowed.getOrDefault("from", "Same");
        if (from.equals("All")) {
            return true;
        }
        if (!from.equals("Selector")) {
            return namespace(gateway).equals(namespace);
        }
        Tree parent = one("Namespace", "", namespace);
        Map<String, Object> labels = parent == null
                ? Map.of("kubernetes.io/metadata.name", namespace)
                : parent.at("metadata", "labels").map();
        return allowed.containsKey("selector") && matches(new Tree(allowed).at("selector"), labels);
    }

    private static boolean matches(Tree selector, Map<String, Object> labels) {
        for (Map.Entry<String, Object> wanted : selector.at("matchLabels").map().entrySet()) {
            if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        for (Tree expression : selector.trees("matchExpressions")) {
            Object value = labels.get(expression.text("key"));
            boolean listed = value != null && expression.texts("values").contains(value.toString());
            boolean holds = switch (expression.text("operator")) {
                case "In" -> listed;
                case "NotIn" -> !listed;
                case "Exists" -> value != null;
                default -> value == null;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Tree listener(Tree gateway) {
        Tree ofClass = one("GatewayClass", "", gateway.at("spec").text("gatewayClassName"));
        String key = "ambient.istio.io/waypoint-inbound-binding";
        Object fallback = ofClass == null
                ? ""
                : ofClass.at("metadata", "annotations").map().getOrDefault(key, "");
        String binding = gateway.at("metadata", "annotations")
                .map()
                .getOrDefault(key, fallback)
                .toString();
        List<Tree> listeners = gateway.at("spec").trees("listeners");
        if (binding.equals("PROXY") || binding.equals("PROXY/x")) {
            for (Tree listener : listeners) {
                if (listener.text("protocol").equals("istio.io/PROXY")) {
                    return listener;
                }
            }
        }
        if (binding.equals("PROXY/15088") || binding.equals("NONE/15088")) {
            for (Tree listener : listeners) {
                if (listener.value("port").equals(15088)) {
                    return listener;
                }
            }
        }
        for (Tree listener : listeners) {
            if (listener.text("protocol").equals("HBONE")
                    && listener.value("port").equals(15008)) {
                return listener;
            }
        }
        return null;
    }

    private boolean ingress(Tree object, Map<String, Object> labels) {
        Object value = labels.get("istio.io/ingress-use-waypoint");
        Tree parent = one("Namespace", "", namespace(object));
        if (value == null && parent != null) {
            value = parent.at("metadata", "labels").map().get("istio.io/ingress-use-waypoint");
        }
        String text = value == null ? "" : value.toString();
        return minor >= 30
                ? List.of("1", "t", "T", "TRUE", "true", "True").contains(text)
                : text.equalsIgnoreCase("true");
    }

    private String canary(Tree object, Map<String, Object> labels, String primary) {
        String namespace = namespace(object);
        boolean own = labels.containsKey("istio.io/use-waypoint");
        Tree parent = own ? null : one("Namespace", "", namespace);
        Map<String, Object> level = labels;
        if (!labels.containsKey("istio.io/use-waypoint-canary")) {
            level = parent == null ? Map.of() : parent.at("metadata", "labels").map();
        }
        String name = level.getOrDefault("istio.io/use-waypoint-canary", "").toString();
        if (name.isEmpty() || name.equals("none")) {
            return "-";
        }
        String home = level.getOrDefault("istio.io/use-waypoint-canary-namespace", namespace)
                .toString();
        String key = "istio.io/use-waypoint-canary-weight";
        Object fallback = parent == null
                ? "0"
                : parent.at("metadata", "annotations").map().getOrDefault(key, "0");
        String weight = object.at("metadata", "annotations")
                .map()
                .getOrDefault(key, fallback)
                .toString();
        String canary = home + "/" + name;
        return canary + ":" + judge(canary, primary, weight, namespace);
    }

    private String judge(String canary, String primary, String weight, String namespace) {
        if (canary.equals(primary)) {
            return "CanarySameAsPrimary";
        }
        Map<String, String> good = Map.of("0", "0", "5", "5", "+5", "5", "010", "10", "100", "100");
        if (!good.containsKey(weight)) {
            return "CanaryInvalidWeight";
        }
        String[] parts = canary.split("/", -1);
        Tree gateway = gateway(parts[0], parts[1]);
        if (gateway == null) {
            return "WaypointIsNotReady";
        }
        if (!allows(gateway, namespace)) {
            return "AttachmentDenied";
        }
        boolean takes = List.of("service", "all").contains(type(gateway));
        return takes ? Objects.requireNonNull(good.get(weight)) : "UnsupportedTrafficType";
    }
}
