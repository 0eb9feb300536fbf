package dev.waymark.lower;

import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.mesh.Via;
import dev.waymark.mesh.Waypoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What some unit of the compilation renders: a waypoint that has moved is not gone, and where one unit applies an object,
 * whole or in part, no other may say what becomes of it, since both go by one field manager.
 *
 * @param applying that one unit by the object
 */
record Rendered(Set<ObjectName> waypoints, Map<ObjectRef, String> applying) {
    static Rendered of(Mesh mesh) {
        Set<ObjectName> waypoints = new HashSet<>();
        mesh.waypoints().stream().map(Waypoint::name).forEach(waypoints::add);
        Map<ObjectRef, String> applying = new HashMap<>();
        for (Unit unit : mesh.units()) {
            unit.externals().forEach(external -> applying.put(ObjectRef.serviceEntry(external.name()), unit.name()));
        }
        // Several may name an object, one of them with its labels; where all withdraw them, the first one does it.
        mesh.objects().stream().filter(Rendered::isLabelled).forEach(object -> add(applying, object));
        mesh.objects().stream().filter(Rendered::isWithdrawn).forEach(object -> add(applying, object));
        return new Rendered(waypoints, applying);
    }

    private static void add(Map<ObjectRef, String> applying, LabelledObject object) {
        applying.putIfAbsent(object.object(), object.unit());
    }

    private static boolean isLabelled(LabelledObject object) {
        return (object.via() == Via.APPLY || object.via() == Via.FULL)
                && !object.marks().isEmpty();
    }

    /** A Namespace of ours stays, whatever becomes of its labels. */
    private static boolean isWithdrawn(LabelledObject object) {
        return object.via() == Via.FULL || (object.via() == Via.APPLY && object.retired());
    }

    boolean isApplied(ObjectRef object) {
        return applying.containsKey(object);
    }

    boolean isAppliedBy(String unit, ObjectRef object) {
        return unit.equals(applying.get(object));
    }
}
