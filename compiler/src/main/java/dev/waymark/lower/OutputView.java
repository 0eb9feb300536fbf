package dev.waymark.lower;

import dev.waymark.intent.AdmitsIntent;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Gateway;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.ServiceEntry;
import dev.waymark.lower.LoweredUnit.LoweredWaypoint;
import dev.waymark.mesh.Consumer;
import dev.waymark.mesh.External;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Phase;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Labels;
import dev.waymark.routing.MeshConfig;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.ServiceEntryView;
import dev.waymark.routing.Target;
import dev.waymark.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The mesh once everything that is rendered has reached it, however it is delivered: objects of ours in place of those
 * of the same name, and labels of ours on objects of others.
 */
public final class OutputView {
    private final Inventory inventory;
    private final SortedMap<String, NamespaceView> namespaces;
    private final SortedMap<ObjectName, GatewayView> gateways;
    private final SortedMap<ObjectRef, Target> targets;
    private final Map<ObjectRef, Span> consumers = new HashMap<>();

    private OutputView(Mesh mesh, Inventory inventory) {
        this.inventory = inventory;
        this.namespaces = new TreeMap<>(inventory.namespaces());
        this.gateways = new TreeMap<>(inventory.gateways());
        this.targets = new TreeMap<>(inventory.targets());
        mesh.waypoints().stream()
                .filter(waypoint -> waypoint.phase() == Phase.SERVE)
                .forEach(waypoint -> {
                    place(waypoint.consumers());
                    place(waypoint.guests());
                });
    }

    private void place(List<Consumer> enrolled) {
        enrolled.forEach(consumer -> consumers.putIfAbsent(consumer.target(), consumer.span()));
    }

    /** Lays the output of a compilation over what exists. */
    public static MeshView of(Mesh mesh, Lowering lowering, Inventory inventory) {
        OutputView view = new OutputView(mesh, inventory);
        for (LoweredUnit unit : lowering.units()) {
            unit.waypoints().forEach(view::add);
            unit.externals().forEach(view::add);
        }
        mesh.objects().forEach(view::label);
        Inventory.follow(inventory.templates(), view.targets);
        return new MeshView(
                mesh.istioVersion(),
                inventory.coverage(),
                config(mesh, inventory),
                view.namespaces,
                view.gateways,
                inventory.gatewayClasses(),
                view.targets);
    }

    /** What an intent states wins. */
    private static MeshConfig config(Mesh mesh, Inventory inventory) {
        MeshConfig found = inventory.meshConfig();
        return mesh.rootNamespace().map(found::withRootNamespace).orElse(found);
    }

    private void add(LoweredWaypoint lowered) {
        Gateway gateway = GatewayLowering.lower(lowered);
        Span span = lowered.waypoint().intent().name().span();
        Span admits =
                lowered.waypoint().intent().admits().map(AdmitsIntent::span).orElse(span);
        GatewayView.Listener listener =
                new GatewayView.Listener(Gateway.HBONE_PORT, "HBONE", gateway.allowedRoutes(), Optional.of(admits));
        ObjectName name = gateway.metadata().object();
        gateways.put(
                name,
                new GatewayView(
                        name,
                        gateway.gatewayClassName(),
                        Labels.at(gateway.metadata().labels(), span),
                        Labels.at(gateway.metadata().annotations(), span),
                        List.of(listener),
                        Optional.of(span)));
    }

    private void add(External external) {
        ServiceEntry entry = ServiceEntryLowering.lower(external);
        ObjectName name = external.name();
        ObjectRef ref = ObjectRef.serviceEntry(name);
        Span span = external.intent().name().span();
        Span place = consumers.getOrDefault(ref, span);
        targets.put(
                ref,
                new ServiceEntryView(
                        ref,
                        Labels.at(entry.metadata().labels(), place),
                        Labels.at(entry.metadata().annotations(), place),
                        entry.spec().hosts(),
                        entry.spec().addresses(),
                        entry.spec().resolution(),
                        entry.spec().ports().stream()
                                .map(ServiceEntry.Port::number)
                                .toList(),
                        Optional.of(span)));
    }

    private void label(LabelledObject object) {
        Labels labels = Labels.at(object.marks().labels(), object.source());
        Labels annotations = Labels.at(object.marks().annotations(), object.source());
        ObjectRef ref = object.object();
        if (ref.kind() == Kind.NAMESPACE) {
            NamespaceView unseen =
                    new NamespaceView(ref.name(), Labels.NONE, Labels.NONE, false, Optional.of(object.source()));
            namespaces.put(
                    ref.name(), namespaces.getOrDefault(ref.name(), unseen).labelled(labels, annotations));
        } else if (targets.containsKey(ref) || !inventory.complete()) {
            targets.put(
                    ref,
                    targets.getOrDefault(ref, Target.unseen(ref, Optional.of(object.source())))
                            .labelled(labels, annotations));
        }
    }
}
