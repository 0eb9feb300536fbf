package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ExternalIntent;
import dev.waymark.intent.MeshIntent;
import dev.waymark.intent.Text;
import dev.waymark.intent.WaypointIntent;
import dev.waymark.intent.WaypointReference;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is declared where: each waypoint and each external once, over all documents. */
final class Declarations {
    /** A waypoint and the unit that declares it. */
    record DeclaredWaypoint(ObjectName name, String unit, WaypointIntent intent) {
        Phase phase() {
            return Phase.of(intent);
        }
    }

    /** An external and the unit that declares it. */
    record DeclaredExternal(ObjectName name, String unit, ExternalIntent intent) {}

    private final SortedMap<ObjectName, DeclaredWaypoint> waypoints = new TreeMap<>();
    private final SortedMap<ObjectName, DeclaredExternal> externals = new TreeMap<>();

    private Declarations() {}

    static Declarations of(List<MeshIntent> intents, DiagnosticLog log) {
        Declarations declarations = new Declarations();
        for (MeshIntent intent : intents) {
            intent.waypoints().forEach(waypoint -> declarations.declare(intent.unit(), waypoint, log));
            intent.externals().forEach(external -> declarations.declare(intent.unit(), external, log));
        }
        return declarations;
    }

    private void declare(Text unit, WaypointIntent intent, DiagnosticLog log) {
        ObjectName name =
                new ObjectName(intent.namespace().value(), intent.name().value());
        DeclaredWaypoint first = waypoints.putIfAbsent(name, new DeclaredWaypoint(name, unit.value(), intent));
        if (first != null) {
            log.add(twice(
                    Code.DUPLICATE_WAYPOINT, name, intent.name(), first.intent().name()));
        }
    }

    private void declare(Text unit, ExternalIntent intent, DiagnosticLog log) {
        ObjectName name =
                new ObjectName(intent.namespace().value(), intent.name().value());
        DeclaredExternal first = externals.putIfAbsent(name, new DeclaredExternal(name, unit.value(), intent));
        if (first != null) {
            log.add(twice(
                    Code.DUPLICATE_EXTERNAL, name, intent.name(), first.intent().name()));
        }
    }

    private static Diagnostic twice(Code code, ObjectName name, Text again, Text first) {
        return Diagnostic.of(code, name).at(again.span(), "declared again").and(first.span(), "declared first");
    }

    Collection<DeclaredWaypoint> waypoints() {
        return waypoints.values();
    }

    Collection<DeclaredExternal> externals() {
        return externals.values();
    }

    Optional<DeclaredWaypoint> waypoint(ObjectName name) {
        return Optional.ofNullable(waypoints.get(name));
    }

    /** Whether an object is the ServiceEntry of an external. */
    boolean isOurs(ObjectRef object) {
        return object.kind() == Kind.SERVICE_ENTRY
                && externals.containsKey(new ObjectName(object.namespace(), object.name()));
    }

    static ObjectName name(WaypointReference reference) {
        return new ObjectName(reference.namespace(), reference.name());
    }

    /** The ServiceEntry of an external. */
    static ObjectRef reference(ObjectName external) {
        return new ObjectRef(Kind.SERVICE_ENTRY, external.namespace(), external.name());
    }
}
