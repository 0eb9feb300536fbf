package dev.waymark.inventory;

import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.GatewayClassView;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.MeshConfig;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Target;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The objects that exist.
 *
 * @param given whether there is an inventory at all; without one nothing is known of any object
 * @param complete whether what it lacks does not exist
 * @param targets services, entries and workloads
 * @param objects what each of them says of itself, the Namespaces too
 * @param templates the workload whose pod template a Rollout runs instead of one of its own
 * @param others objects of other kinds, whole: policies, routes, deliveries
 */
public record Inventory(
        boolean given,
        boolean complete,
        SortedMap<String, NamespaceView> namespaces,
        SortedMap<ObjectName, GatewayView> gateways,
        SortedMap<String, GatewayClassView> gatewayClasses,
        SortedMap<ObjectRef, Target> targets,
        SortedMap<ObjectRef, Existing> objects,
        SortedMap<ObjectId, ManifestObject> others,
        SortedMap<ObjectRef, ObjectRef> templates) {
    /** Nothing is known. */
    public static final Inventory NONE = new Inventory(
            false,
            false,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());

    public Inventory {
        namespaces = Collections.unmodifiableSortedMap(namespaces);
        gateways = Collections.unmodifiableSortedMap(gateways);
        gatewayClasses = Collections.unmodifiableSortedMap(gatewayClasses);
        targets = Collections.unmodifiableSortedMap(targets);
        objects = Collections.unmodifiableSortedMap(objects);
        others = Collections.unmodifiableSortedMap(others);
        templates = Collections.unmodifiableSortedMap(templates);
    }

    /** What a missing object means. */
    public Coverage coverage() {
        return complete ? Coverage.COMPLETE : given ? Coverage.PARTIAL : Coverage.INTENTS;
    }

    /** What istiod is told about the mesh. */
    public MeshConfig meshConfig() {
        return MeshConfigReader.read(others.values());
    }

    /** The mesh that these objects are. */
    public MeshView view(IstioVersion istioVersion) {
        return new MeshView(istioVersion, coverage(), meshConfig(), namespaces, gateways, gatewayClasses, targets);
    }

    /** The object, if it is there. */
    public Optional<Existing> find(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref));
    }

    /** All of a kind. */
    public Stream<ManifestObject> others(String group, String kind) {
        return others.values().stream().filter(object -> object.is(group, kind));
    }
}
