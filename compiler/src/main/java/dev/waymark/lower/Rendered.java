package dev.waymark.lower;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.mesh.Via;
import dev.waymark.mesh.Waypoint;
import java.util.HashSet;
import java.util.Set;

/**
 * What some unit of the compilation renders: a waypoint that has moved is not gone, and where one unit applies an object,
 * whole or in part, no other may say what becomes of it, since both go by one field manager.
 */
record Rendered(Set<ObjectName> waypoints, Set<ObjectRef> applied) {
    static Rendered of(Mesh mesh) {
        Set<ObjectName> waypoints = new HashSet<>();
        mesh.waypoints().stream().map(Waypoint::name).forEach(waypoints::add);
        Set<ObjectRef> applied = new HashSet<>();
        for (Unit unit : mesh.units()) {
            unit.externals()
                    .forEach(external -> applied.add(new ObjectRef(
                            Kind.SERVICE_ENTRY,
                            external.name().namespace(),
                            external.name().name())));
            unit.objects().stream()
                    .filter(Rendered::isApplied)
                    .map(LabelledObject::object)
                    .forEach(applied::add);
        }
        return new Rendered(waypoints, applied);
    }

    private static boolean isApplied(LabelledObject object) {
        return object.via() == Via.FULL
                || (object.via() == Via.APPLY && !object.marks().isEmpty());
    }
}
