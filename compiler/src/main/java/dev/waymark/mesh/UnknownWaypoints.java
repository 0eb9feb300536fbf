package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.NearName;
import dev.waymark.diagnostic.Severity;
import dev.waymark.intent.CanaryIntent;
import dev.waymark.intent.MeshIntent;
import dev.waymark.intent.WaypointReference;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * WM1002: references to waypoints that no document declares and no inventory holds. Somebody else may declare them; whoever
 * declares waypoints of that namespace here is taken to declare all of them.
 */
record UnknownWaypoints(Declarations declarations, Inventory inventory, DiagnosticLog log) {
    void check(List<MeshIntent> intents) {
        for (MeshIntent intent : intents) {
            intent.enrollments().forEach(enrollment -> check(enrollment.waypoint()));
            intent.waypoints()
                    .forEach(waypoint ->
                            waypoint.canary().map(CanaryIntent::waypoint).ifPresent(this::check));
        }
    }

    private void check(WaypointReference reference) {
        ObjectName name = Declarations.name(reference);
        if (declarations.waypoint(name).isPresent() || inventory.gateways().containsKey(name)) {
            return;
        }
        Optional<String> near = NearName.of(name.toString(), known());
        Diagnostic unknown = Diagnostic.of(Code.WAYPOINT_NOT_FOUND, name)
                .as(severity(name, near))
                .at(reference.span());
        log.add(near.map(other -> unknown.help("did you mean `" + other + "`?")).orElse(unknown));
    }

    private SortedSet<String> known() {
        SortedSet<String> names = new TreeSet<>();
        declarations.waypoints().forEach(waypoint -> names.add(waypoint.name().toString()));
        inventory.gateways().keySet().forEach(name -> names.add(name.toString()));
        return names;
    }

    private Severity severity(ObjectName name, Optional<String> near) {
        boolean governed = declarations.waypoints().stream()
                .anyMatch(waypoint -> waypoint.name().namespace().equals(name.namespace()));
        if (governed || inventory.complete()) {
            return Severity.ERROR;
        }
        return near.isPresent() ? Severity.WARNING : Severity.NOTE;
    }
}
