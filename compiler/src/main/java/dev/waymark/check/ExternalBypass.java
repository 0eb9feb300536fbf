package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.Consumer;
import dev.waymark.mesh.External;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Resolution;
import dev.waymark.mesh.TrafficType;
import dev.waymark.mesh.Waypoint;
import dev.waymark.routing.Target;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WM3004: hosts that are known to the mesh, and calls to them that no waypoint handles. */
record ExternalBypass(Inventory inventory) implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        Set<ObjectRef> consumers = consumers(mesh);
        return mesh.units().stream()
                .flatMap(unit -> unit.externals().stream())
                .flatMap(external -> find(external, isConsumer(external, consumers)));
    }

    /** Whom the inputs enroll in a waypoint that takes calls to services, or may, in whatever phase of its life that is. */
    private static Set<ObjectRef> consumers(Mesh mesh) {
        Stream<ObjectRef> known = mesh.waypoints().stream()
                .filter(waypoint -> waypoint.traffic().takes(TrafficType.SERVICE))
                .flatMap(waypoint -> Stream.concat(waypoint.consumers().stream(), waypoint.guests().stream()))
                .map(Consumer::target);
        Set<ObjectName> declared = mesh.waypoints().stream().map(Waypoint::name).collect(Collectors.toSet());
        Stream<ObjectRef> elsewhere = mesh.objects().stream()
                .filter(object -> waypoint(object)
                        .filter(name -> !declared.contains(name))
                        .isPresent())
                .map(LabelledObject::object);
        return Stream.concat(known, elsewhere).collect(Collectors.toCollection(HashSet::new));
    }

    /** The waypoint that the labels of an object name. */
    private static Optional<ObjectName> waypoint(LabelledObject object) {
        SortedMap<String, String> labels = object.marks().labels();
        return Optional.ofNullable(labels.get(IstioLabels.USE_WAYPOINT))
                .map(name -> new ObjectName(
                        labels.getOrDefault(
                                IstioLabels.USE_WAYPOINT_NAMESPACE,
                                object.object().namespace()),
                        name));
    }

    private boolean isConsumer(External external, Set<ObjectRef> consumers) {
        String namespace = external.name().namespace();
        return isEnrolledByOthers(namespace)
                || consumers.contains(ObjectRef.namespace(namespace))
                || consumers.contains(new ObjectRef(
                        Kind.SERVICE_ENTRY, namespace, external.name().name()));
    }

    private boolean isEnrolledByOthers(String namespace) {
        return inventory
                .target(ObjectRef.namespace(namespace))
                .flatMap(Target::wanted)
                .isPresent();
    }

    /** @param consumer whether it, or its namespace, is a consumer; whoever opts it out means it */
    static Stream<Diagnostic> find(External external, boolean consumer) {
        String label = external.labels().getOrDefault(IstioLabels.USE_WAYPOINT, "");
        if (label.equals(IstioLabels.NO_WAYPOINT)) {
            return Stream.empty();
        }
        return consumer || !label.isEmpty()
                ? Stream.concat(Unaddressed.find(external).stream(), Unserved.find(external))
                : Stream.of(ofNobody(external));
    }

    private static Diagnostic ofNobody(External external) {
        String consequence = external.resolution() == Resolution.DYNAMIC_DNS
                ? "istiod publishes DYNAMIC_DNS hosts only together with a waypoint: the mesh would not know them"
                : "whoever calls it does so past every L7 policy, and nobody can say by a policy who may";
        return Diagnostic.of(
                        Code.EXTERNAL_BYPASSES_WAYPOINT,
                        "calls to the external " + external.name() + " go through no waypoint: nobody enrolled it",
                        consequence,
                        "list it under `consumers` of a waypoint, or enroll its namespace")
                .at(external.intent().name().span());
    }
}
