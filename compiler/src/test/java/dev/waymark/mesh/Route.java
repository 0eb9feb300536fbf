package dev.waymark.mesh;

import dev.waymark.mesh.Model.Canary;
import java.util.Optional;

/**
 * Where traffic to an object goes.
 *
 * @param reason in Istio's words where it has one, also of a waypoint
 * @param canary with its share; none where it does not attach
 * @param ingress whether ingress gateways go through the waypoint too
 */
record Route(Optional<String> waypoint, String reason, Optional<Canary> canary, boolean ingress) {
    static Route none(String reason) {
        return new Route(Optional.empty(), reason, Optional.empty(), false);
    }

    static Route to(String waypoint, Optional<Canary> canary, boolean ingress) {
        return new Route(Optional.of(waypoint), "WaypointAccepted", canary, ingress);
    }
}
