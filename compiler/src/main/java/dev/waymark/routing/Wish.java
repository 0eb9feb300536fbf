package dev.waymark.routing;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import java.util.Optional;

/**
 * What a label {@code istio.io/use-waypoint} says (istio {@code waypoints.go}: GetUseWaypoint).
 *
 * @param waypoint empty for {@code none}; any other text is a name, an empty one too
 */
record Wish(Optional<ObjectName> waypoint) {
    /**
     * Reads the label.
     *
     * @param namespace of the waypoint, unless the labels state one
     * @return empty where there is no such label
     */
    static Optional<Wish> of(Labels labels, String namespace) {
        return labels.get(IstioLabels.USE_WAYPOINT)
                .map(name -> name.equals(IstioLabels.NO_WAYPOINT)
                        ? new Wish(Optional.empty())
                        : named(
                                name,
                                labels.get(IstioLabels.USE_WAYPOINT_NAMESPACE).orElse(namespace)));
    }

    /** Reads the label of a canary, where empty and {@code none} are the same as no label. */
    static Optional<ObjectName> canary(Labels labels, String namespace) {
        return labels.get(IstioLabels.USE_WAYPOINT_CANARY)
                .filter(name -> !name.isEmpty() && !name.equals(IstioLabels.NO_WAYPOINT))
                .map(name -> new ObjectName(
                        labels.get(IstioLabels.USE_WAYPOINT_CANARY_NAMESPACE).orElse(namespace), name));
    }

    private static Wish named(String name, String namespace) {
        return new Wish(Optional.of(new ObjectName(namespace, name)));
    }
}
