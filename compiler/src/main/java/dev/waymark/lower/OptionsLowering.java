package dev.waymark.lower;

import dev.waymark.intent.ScalingIntent;
import dev.waymark.intent.ScalingIntent.Autoscale;
import dev.waymark.intent.Setting;
import dev.waymark.intent.Text;
import dev.waymark.kube.ConfigMap;
import dev.waymark.kube.MadeObject;
import dev.waymark.kube.Metadata;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Ordered;
import dev.waymark.mesh.Waypoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a waypoint is run becomes istiod's options for it: overlays over what its template makes, which already has the
 * target of the autoscaler and the selector of the disruption budget (istio {@code files/waypoint.yaml}).
 */
final class OptionsLowering {
    private static final int DEFAULT_CPU = 80;

    private final Waypoint waypoint;
    private final ScalingIntent scaling;

    private OptionsLowering(Waypoint waypoint) {
        this.waypoint = waypoint;
        this.scaling = waypoint.intent().scaling();
    }

    /** Empty where all is left to istiod. */
    static Optional<ConfigMap> lower(Waypoint waypoint) {
        return waypoint.intent().scaling().isEmpty()
                ? Optional.empty()
                : Optional.of(new OptionsLowering(waypoint).configMap());
    }

    /** The name of a waypoint's options. */
    static String name(Waypoint waypoint) {
        return waypoint.name().name() + "-options";
    }

    private ConfigMap configMap() {
        Map<String, Map<String, Object>> data = new LinkedHashMap<>();
        for (MadeObject object : MadeObject.values()) {
            Map<String, Object> overlay = overlay(object);
            if (!overlay.isEmpty()) {
                data.put(object.key(), overlay);
            }
        }
        ObjectName name = new ObjectName(waypoint.name().namespace(), name(waypoint));
        return new ConfigMap(new Metadata(name, new TreeMap<>(), new TreeMap<>()), data);
    }

    private Map<String, Object> overlay(MadeObject object) {
        Map<String, Object> derived = derived(object);
        return scaling.overlay(object.key())
                .map(overlay -> OverlayMerge.merge(derived, FreeTree.of(overlay.tree())))
                .orElse(derived);
    }

    private Map<String, Object> derived(MadeObject object) {
        return switch (object) {
            case DEPLOYMENT -> deployment();
            case HORIZONTAL_POD_AUTOSCALER ->
                scaling.autoscale().map(OptionsLowering::autoscaler).orElseGet(Ordered::tree);
            case POD_DISRUPTION_BUDGET -> budget();
            case SERVICE, SERVICE_ACCOUNT -> Ordered.tree();
        };
    }

    private Map<String, Object> deployment() {
        Map<String, Object> spec = new LinkedHashMap<>();
        scaling.replicas().ifPresent(replicas -> spec.put("replicas", replicas.count()));
        Map<String, Object> resources =
                Ordered.tree("requests", map(scaling.requests()), "limits", map(scaling.limits()));
        if (!resources.isEmpty()) {
            Map<String, Object> container = Ordered.tree("name", container(), "resources", resources);
            spec.put("template", Ordered.tree("spec", Ordered.tree("containers", List.of(container))));
        }
        return Ordered.tree("spec", spec);
    }

    /** The container that the template of the class has (istio {@code files/agentgateway-waypoint.yaml}). */
    private String container() {
        String gatewayClass =
                waypoint.intent().gatewayClassName().map(Text::value).orElse("");
        return gatewayClass.equals("istio-agentgateway-waypoint") ? "agentgateway" : "istio-proxy";
    }

    /** Kubernetes would take away all surplus pods at once, and with them long-lived connections. */
    private static Map<String, Object> autoscaler(Autoscale autoscale) {
        Map<String, Object> target = Ordered.tree(
                "type", "Utilization", "averageUtilization", autoscale.cpu().orElse(DEFAULT_CPU));
        Map<String, Object> metric =
                Ordered.tree("type", "Resource", "resource", Ordered.tree("name", "cpu", "target", target));
        Map<String, Object> policy = Ordered.tree("type", "Pods", "value", 1, "periodSeconds", 60);
        Map<String, Object> scaleDown = Ordered.tree("stabilizationWindowSeconds", 300, "policies", List.of(policy));
        return Ordered.tree(
                "spec",
                Ordered.tree(
                        "minReplicas", autoscale.min().count(),
                        "maxReplicas", autoscale.max().count(),
                        "metrics", List.of(metric),
                        "behavior", Ordered.tree("scaleDown", scaleDown)));
    }

    /**
     * With one pod a budget would keep nodes from being drained. Of the two ways to state it the author's wins: the API
     * server refuses one with both.
     */
    private Map<String, Object> budget() {
        boolean theirs = scaling.customized(MadeObject.POD_DISRUPTION_BUDGET.key(), "spec", "maxUnavailable")
                .filter(entry -> !entry.value().isNull())
                .isPresent();
        return !scaling.isReplicated() || theirs
                ? Ordered.tree()
                : Ordered.tree("spec", Ordered.tree("minAvailable", 1));
    }

    private static SortedMap<String, String> map(List<Setting> quantities) {
        SortedMap<String, String> map = new TreeMap<>();
        quantities.forEach(
                quantity -> map.put(quantity.key().value(), quantity.value().value()));
        return map;
    }
}
