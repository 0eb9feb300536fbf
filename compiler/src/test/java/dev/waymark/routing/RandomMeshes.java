package dev.waymark.routing;

import dev.waymark.testing.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small meshes full of what people and tools write: few names, so that they meet. */
final class RandomMeshes {
    private static final String GATEWAY_API = "gateway.networking.k8s.io/v1";
    private static final List<String> NAMESPACES = List.of("shop", "bank", "infra");
    private static final List<String> WAYPOINTS = List.of("waypoint", "other", "none");
    private static final List<String> CLASSES = List.of("istio-waypoint", "istio", "custom");
    private static final List<String> BOOLEANS = List.of("true", "True", "TRUE", "t", "1", "tRUE", "false", "yes", "");
    private static final List<String> WEIGHTS = List.of("0", "5", "+5", "010", "100", "101", "-1", "7.5", " 5", "");
    private static final List<String> TYPES = List.of("service", "workload", "all", "none", "", "All", "both");
    private static final List<String> BINDINGS =
            List.of("PROXY", "PROXY/15088", "NONE", "NONE/15088", "PROXY/x", "proxy/15088", "PROXY/1/2", "TLS/15088");

    private final Random random;
    private final List<Tree> documents = new ArrayList<>();

    private RandomMeshes(Random random) {
        this.random = random;
    }

    static List<Tree> of(Random random) {
        RandomMeshes mesh = new RandomMeshes(random);
        NAMESPACES.forEach(mesh::namespace);
        CLASSES.forEach(mesh::gatewayClass);
        for (String namespace : NAMESPACES) {
            WAYPOINTS.forEach(name -> mesh.gateway(namespace, name));
            mesh.members(namespace);
        }
        return mesh.documents;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            map.put((String) keysAndValues[index], keysAndValues[index + 1]);
        }
        return map;
    }

    private void add(String apiVersion, String kind, Map<String, Object> metadata, Map<String, Object> spec) {
        documents.add(new Tree(map("apiVersion", apiVersion, "kind", kind, "metadata", metadata, "spec", spec)));
    }

    /** A cluster may hold objects of a namespace that these manifests lack. */
    private void namespace(String name) {
        if (chance(90)) {
            Map<String, Object> labels = enrollment(40);
            labels.put("kubernetes.io/metadata.name", name);
            if (chance(50)) {
                labels.put("team", pick(List.of("a", "b")));
            }
            add("v1", "Namespace", map("name", name, "labels", labels, "annotations", weight()), map());
        }
    }

    private void gatewayClass(String name) {
        if (chance(50)) {
            Map<String, Object> labels = chance(30) ? map("istio.io/waypoint-for", pick(TYPES)) : map();
            Map<String, Object> annotations =
                    chance(20) ? map("ambient.istio.io/waypoint-inbound-binding", pick(BINDINGS)) : map();
            add(
                    GATEWAY_API,
                    "GatewayClass",
                    map("name", name, "labels", labels, "annotations", annotations),
                    map("controllerName", "istio.io/mesh-controller"));
        }
    }

    private void gateway(String namespace, String name) {
        if (chance(60)) {
            Map<String, Object> labels = chance(60) ? map("istio.io/waypoint-for", pick(TYPES)) : map();
            Map<String, Object> annotations =
                    chance(15) ? map("ambient.istio.io/waypoint-inbound-binding", pick(BINDINGS)) : map();
            List<Object> listeners = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                listeners.add(listener());
            }
            add(
                    GATEWAY_API,
                    "Gateway",
                    map("name", name, "namespace", namespace, "labels", labels, "annotations", annotations),
                    map("gatewayClassName", pick(CLASSES), "listeners", listeners));
        }
    }

    private Map<String, Object> listener() {
        Map<String, Object> listener = map(
                "name", "l" + random.nextInt(9),
                "port", pick(List.of(15008, 15008, 15088, 80)),
                "protocol", pick(List.of("HBONE", "HBONE", "hbone", "TLS", "istio.io/PROXY")));
        if (chance(75)) {
            listener.put("allowedRoutes", chance(90) ? map("namespaces", allowed()) : map());
        }
        return listener;
    }

    private Map<String, Object> allowed() {
        Map<String, Object> allowed =
                chance(90) ? map("from", pick(List.of("All", "Same", "Selector", "Selector"))) : map();
        if (chance(80)) {
            allowed.put("selector", selector());
        }
        return allowed;
    }

    private Map<String, Object> selector() {
        Map<String, Object> selector = map();
        if (chance(40)) {
            selector.put("matchLabels", map("team", pick(List.of("a", "b"))));
        }
        if (chance(60)) {
            selector.put("matchExpressions", List.of(expression()));
        }
        return selector;
    }

    private Map<String, Object> expression() {
        boolean named = chance(50);
        String key = named ? "kubernetes.io/metadata.name" : "team";
        String operator = pick(List.of("In", "NotIn", "Exists", "DoesNotExist"));
        List<String> values =
                named ? List.of(pick(NAMESPACES), pick(NAMESPACES)) : List.of(pick(List.of("a", "b", "c")));
        return operator.endsWith("In")
                ? map("key", key, "operator", operator, "values", values)
                : map("key", key, "operator", operator);
    }

    /** Labels that enroll, or nearly. */
    private Map<String, Object> enrollment(int percent) {
        Map<String, Object> labels = map();
        if (chance(percent)) {
            labels.put(
                    "istio.io/use-waypoint",
                    pick(List.of("waypoint", "waypoint", "other", "none", "None", "", "missing")));
        }
        if (chance(25)) {
            labels.put("istio.io/use-waypoint-namespace", pick(List.of("shop", "bank", "infra", "", "gone")));
        }
        if (chance(20)) {
            labels.put("istio.io/use-waypoint-canary", pick(List.of("other", "waypoint", "none", "", "missing")));
        }
        if (chance(10)) {
            labels.put("istio.io/use-waypoint-canary-namespace", pick(NAMESPACES));
        }
        if (chance(20)) {
            labels.put("istio.io/ingress-use-waypoint", pick(BOOLEANS));
        }
        if (chance(8)) {
            labels.put(
                    "gateway.istio.io/managed",
                    pick(List.of(
                            "istio.io-mesh-controller",
                            "istio.io-eastwest-controller",
                            "istio.io-gateway-controller")));
        }
        if (chance(10)) {
            labels.put("gateway.networking.k8s.io/gateway-name", pick(List.of("waypoint", "other", "missing", "")));
        }
        return labels;
    }

    private Map<String, Object> weight() {
        return chance(30) ? map("istio.io/use-waypoint-canary-weight", pick(WEIGHTS)) : map();
    }

    private Map<String, Object> metadata(String namespace, String name) {
        return map("name", name, "namespace", namespace, "labels", enrollment(55), "annotations", weight());
    }

    private void members(String namespace) {
        List.of("cart", "api").forEach(name -> {
            if (chance(70)) {
                add("v1", "Service", metadata(namespace, name), service());
            }
        });
        if (chance(60)) {
            add("networking.istio.io/v1", "ServiceEntry", metadata(namespace, "ext"), serviceEntry(namespace));
        }
        if (chance(50)) {
            add(
                    "networking.istio.io/v1",
                    "WorkloadEntry",
                    metadata(namespace, "vm"),
                    map("address", "10.0.0.1", "labels", enrollment(30)));
        }
        String kind = pick(List.of("Deployment", "StatefulSet", "DaemonSet"));
        Map<String, Object> template = map("metadata", map("labels", enrollment(40)));
        add("apps/v1", kind, metadata(namespace, "web"), map("template", template));
        if (chance(50)) {
            Map<String, Object> job = map("spec", map("template", template));
            add("batch/v1", "CronJob", metadata(namespace, "night"), map("jobTemplate", job));
        }
        if (chance(50)) {
            add("v1", "Pod", metadata(namespace, "pod"), map());
        }
    }

    private Map<String, Object> service() {
        if (chance(15)) {
            return map("type", "ExternalName", "externalName", "example.com");
        }
        return chance(20) ? map("clusterIP", "None") : map("type", "ClusterIP");
    }

    private Map<String, Object> serviceEntry(String namespace) {
        List<String> hosts = new ArrayList<>();
        hosts.add(pick(
                List.of("a.example.com", "cart." + namespace + ".svc.cluster.local", "cart.bank.svc.cluster.local")));
        if (chance(40)) {
            hosts.add(pick(List.of("b.example.com", "api." + namespace + ".svc.cluster.local")));
        }
        Map<String, Object> spec = map("hosts", hosts);
        if (chance(40)) {
            spec.put("addresses", List.of(pick(List.of("10.1.0.0/16", "10.1.0.1", "10.1.0.1/32", "2001:db8::/64"))));
        }
        return spec;
    }
}
