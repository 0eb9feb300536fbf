package dev.waymark.inventory;

import dev.waymark.diagnostic.Suppression;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Ordered;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.GatewayClassView;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.MeshConfig;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Target;
import dev.waymark.routing.WorkloadView;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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
 * @param suppressions what authors allowed by annotations of their objects
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
        SortedMap<ObjectId, InventoryObject> others,
        SortedMap<ObjectRef, ObjectRef> templates,
        List<Suppression> suppressions) {
    private static final String AFTER_ALL_NAMES = "~";

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
            new TreeMap<>(),
            List.of());

    public Inventory {
        namespaces = Collections.unmodifiableSortedMap(namespaces);
        gateways = Collections.unmodifiableSortedMap(gateways);
        gatewayClasses = Collections.unmodifiableSortedMap(gatewayClasses);
        targets = Collections.unmodifiableSortedMap(targets);
        objects = Collections.unmodifiableSortedMap(objects);
        others = Collections.unmodifiableSortedMap(others);
        templates = Collections.unmodifiableSortedMap(templates);
        suppressions = Ordered.list(suppressions);
    }

    /** These objects, and below them those of another inventory that are not here; the other one says what is missing. */
    public Inventory over(Inventory below) {
        return new Inventory(
                below.given,
                below.complete,
                both(below.namespaces, namespaces),
                both(below.gateways, gateways),
                both(below.gatewayClasses, gatewayClasses),
                both(below.targets, targets),
                both(below.objects, objects),
                both(below.others, others),
                both(below.templates, templates),
                Stream.concat(suppressions.stream(), below.suppressions.stream())
                        .toList());
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> both(SortedMap<K, V> below, SortedMap<K, V> above) {
        SortedMap<K, V> all = new TreeMap<>(below);
        all.putAll(above);
        return all;
    }

    /** Whether no object is in it of which anything is known. */
    public boolean isEmpty() {
        return objects.isEmpty() && gatewayClasses.isEmpty() && others.isEmpty();
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

    /** The object, if it is there and of a kind that is kept. */
    public Optional<Existing> find(ObjectId id) {
        return Optional.ofNullable(others.get(id))
                .map(InventoryObject::existing)
                .or(() -> Kind.find(id.kind())
                        .filter(kind -> kind.group().equals(id.group()))
                        .flatMap(kind -> find(new ObjectRef(kind, id.namespace(), id.name()))));
    }

    /** What its waypoint is chosen by: of a workload the pod template, of a Rollout the one that it runs. */
    public Optional<Target> target(ObjectRef ref) {
        return Optional.ofNullable(ref.kind() == Kind.NAMESPACE ? namespaces.get(ref.namespace()) : targets.get(ref));
    }

    /** The targets of a kind in a namespace. */
    public Collection<Target> targets(Kind kind, String namespace) {
        return targets.subMap(new ObjectRef(kind, namespace, ""), new ObjectRef(kind, namespace, AFTER_ALL_NAMES))
                .values();
    }

    /** All that can carry labels: the namespaces and the targets. */
    public Stream<Target> carriers() {
        return Stream.concat(namespaces.values().stream(), targets.values().stream());
    }

    /** Whether it comes from a cluster, where labels of ours may stand already. */
    public boolean isLive(ObjectRef ref) {
        return find(ref).filter(Existing::live).isPresent();
    }

    /** Gives each Rollout the labels of the workload whose pod template it runs. */
    public static void follow(SortedMap<ObjectRef, ObjectRef> templates, SortedMap<ObjectRef, Target> targets) {
        templates.forEach((rollout, template) -> {
            if (targets.get(template) instanceof WorkloadView workload) {
                targets.put(
                        rollout, new WorkloadView(rollout, workload.labels(), workload.annotations(), workload.span()));
            }
        });
    }

    /** All of a kind. */
    public Stream<InventoryObject> others(String group, String kind) {
        return others.values().stream().filter(object -> object.is(group, kind));
    }
}
