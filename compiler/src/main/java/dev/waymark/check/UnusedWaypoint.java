package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/** WM2003: a proxy for nobody. */
final class UnusedWaypoint implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        return mesh.waypoints().stream()
                .filter(waypoint -> waypoint.consumers().isEmpty()
                        && waypoint.intent().admits().isEmpty())
                .map(waypoint -> Diagnostic.of(Code.UNUSED_WAYPOINT, waypoint.name())
                        .at(waypoint.intent().name().span()));
    }
}
