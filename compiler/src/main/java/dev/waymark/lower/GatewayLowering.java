package dev.waymark.lower;

import dev.waymark.intent.Flag;
import dev.waymark.intent.Setting;
import dev.waymark.intent.Text;
import dev.waymark.kube.Gateway;
import dev.waymark.kube.Gateway.Infrastructure;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.Metadata;
import dev.waymark.lower.LoweredUnit.LoweredWaypoint;
import dev.waymark.mesh.Waypoint;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A waypoint becomes a Gateway. */
final class GatewayLowering {
    private static final String DEFAULT_CLASS = "istio-waypoint";

    private GatewayLowering() {}

    static Gateway lower(LoweredWaypoint lowered) {
        Waypoint waypoint = lowered.waypoint();
        SortedMap<String, String> labels = map(waypoint.intent().metadata().labels());
        labels.put(IstioLabels.WAYPOINT_FOR, waypoint.traffic().word());
        waypoint.revision().ifPresent(revision -> labels.put(IstioLabels.REVISION, revision));
        SortedMap<String, String> annotations = map(waypoint.intent().metadata().annotations());
        return new Gateway(
                new Metadata(waypoint.name(), labels, annotations),
                waypoint.intent().gatewayClassName().map(Text::value).orElse(DEFAULT_CLASS),
                lowered.admits(),
                infrastructure(waypoint));
    }

    /**
     * Never empty: where {@code spec.infrastructure} has no labels or annotations, istiod copies those of the Gateway,
     * tracking marks of delivery tools among them, onto the objects that it makes (istio {@code
     * deploymentcontroller.go}).
     */
    private static Infrastructure infrastructure(Waypoint waypoint) {
        SortedMap<String, String> labels =
                map(waypoint.intent().infrastructure().labels());
        labels.put("app.kubernetes.io/managed-by", "waymark");
        waypoint.intent().global().filter(Flag::value).ifPresent(global -> labels.put(IstioLabels.GLOBAL, "true"));
        SortedMap<String, String> annotations =
                map(waypoint.intent().infrastructure().annotations());
        annotations.put("waymark.dev/unit", waypoint.unit());
        boolean options = !waypoint.intent().scaling().isEmpty();
        return new Infrastructure(
                labels, annotations, options ? Optional.of(OptionsLowering.name(waypoint)) : Optional.empty());
    }

    private static SortedMap<String, String> map(List<Setting> settings) {
        SortedMap<String, String> map = new TreeMap<>();
        settings.forEach(
                setting -> map.put(setting.key().value(), setting.value().value()));
        return map;
    }
}
