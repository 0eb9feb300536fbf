package dev.waymark;

import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A ServiceEntry, and what Istio's webhook was seen to say of it.
 *
 * @param labels of its metadata
 */
record ServiceEntryCase(
        String name, Tree spec, Tree labels, boolean accepted, List<String> errors, List<String> warnings) {
    static final String USE_WAYPOINT = "istio.io/use-waypoint";
    static final String NONE = "none";
    private static final Map<String, Object> IDENTITY = Map.of("name", "api", "namespace", "shop");

    /** Fields of a ServiceEntry, and of an endpoint, that an external has. */
    private static final Set<String> FIELDS =
            Set.of("hosts", "ports", "resolution", "location", "addresses", "endpoints");

    private static final Set<String> ENDPOINT_FIELDS = Set.of("address", "ports", "labels", "network");

    static Stream<ServiceEntryCase> all() {
        List<?> recorded = (List<?>) new Load(LoadSettings.builder().build())
                .loadFromString(Resources.text("conformance/serviceentry/cases.yaml"));
        return recorded.stream().map(ServiceEntryCase::of);
    }

    @SuppressWarnings("unchecked") // all keys are text
    private static ServiceEntryCase of(Object recorded) {
        Tree fields = new Tree((Map<String, Object>) recorded);
        return new ServiceEntryCase(
                fields.text("name"),
                fields.at("spec"),
                fields.at("labels"),
                fields.value("accepted").equals(true),
                fields.texts("errors"),
                fields.texts("warnings"));
    }

    /** Whether it has no field that the language lacks. */
    boolean isExpressible() {
        return FIELDS.containsAll(spec.map().keySet())
                && spec.list("endpoints").stream().allMatch(ServiceEntryCase::isExpressible);
    }

    private static boolean isExpressible(Object endpoint) {
        return endpoint instanceof Map<?, ?> fields && ENDPOINT_FIELDS.containsAll(fields.keySet());
    }

    /** The intent that means it: whoever carries the label of a waypoint is its consumer, or opts out. */
    Map<String, Object> intent() {
        Map<String, Object> labels = new LinkedHashMap<>(labels().map());
        Object waypoint = labels.getOrDefault(USE_WAYPOINT, "");
        boolean consumer = waypoint.equals("waypoint");
        boolean optedOut = waypoint.equals(NONE);
        if (consumer || optedOut) {
            labels.remove(USE_WAYPOINT);
        }
        Map<String, Object> external = new LinkedHashMap<>(spec().map());
        external.putAll(IDENTITY);
        if (!labels.isEmpty()) {
            external.put("labels", labels);
        }
        Map<String, Object> spec = new LinkedHashMap<>(Map.of("externals", List.of(external)));
        if (consumer || optedOut) {
            Map<String, Object> target = consumer ? Map.of("external", "api") : Map.of("namespace", "shop");
            spec.put("waypoints", List.of(Map.of("namespace", "shop", "consumers", List.of(target))));
        }
        if (optedOut) {
            spec.put("optOuts", List.of(Map.of("external", "shop/api")));
        }
        return Map.of(
                "apiVersion",
                "waymark.dev/v1alpha1",
                "kind",
                "MeshIntent",
                "metadata",
                Map.of("name", "shop"),
                "spec",
                spec);
    }

    /** Whether a wildcard would be looked up as if it were a name. */
    boolean hasUnresolvedWildcard() {
        return Set.of("DNS", "DNS_ROUND_ROBIN").contains(spec.text("resolution"))
                && spec.list("endpoints").isEmpty()
                && spec.texts("hosts").stream().anyMatch(host -> host.startsWith("*"));
    }

    @Override
    public String toString() {
        return name;
    }
}
