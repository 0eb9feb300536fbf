package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.CanaryIntent;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.ObjectName;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Waypoint;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WM2003: a proxy for nobody, as far as anybody knows. */
record WithoutConsumers(Inventory inventory) implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        Set<ObjectName> used = inventory
                .carriers()
                .flatMap(carrier -> Stream.concat(carrier.wanted().stream(), carrier.wantedCanary().stream()))
                .collect(Collectors.toCollection(HashSet::new));
        mesh.waypoints().stream()
                .flatMap(waypoint -> waypoint.intent().canary().stream())
                .map(CanaryIntent::waypoint)
                .map(reference -> new ObjectName(reference.namespace(), reference.name()))
                .forEach(used::add);
        return mesh.waypoints().stream()
                .filter(waypoint -> isUnused(waypoint) && !used.contains(waypoint.name()))
                .map(waypoint -> Diagnostic.of(Code.UNUSED_WAYPOINT, waypoint.name())
                        .at(waypoint.intent().name().span()));
    }

    private static boolean isUnused(Waypoint waypoint) {
        return waypoint.consumers().isEmpty()
                && waypoint.guests().isEmpty()
                && waypoint.intent().admits().isEmpty();
    }
}
