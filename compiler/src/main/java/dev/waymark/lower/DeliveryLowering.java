package dev.waymark.lower;

import dev.waymark.kube.Application;
import dev.waymark.kube.Application.Source;
import dev.waymark.kube.FluxKustomization;
import dev.waymark.kube.FluxKustomization.Role;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Resource;
import dev.waymark.mesh.Delivery;
import dev.waymark.mesh.Mesh;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * The objects by which Argo CD or Flux delivers a unit, one for each layer, since neither tool can order a Namespace
 * behind a Gateway within one.
 */
final class DeliveryLowering {
    private final Mesh mesh;
    private final Map<ObjectName, String> units = new HashMap<>();

    DeliveryLowering(Mesh mesh) {
        this.mesh = mesh;
        mesh.waypoints().forEach(waypoint -> units.put(waypoint.name(), waypoint.unit()));
    }

    /**
     * The delivery objects of a unit. That of parts is there while there are parts, or were before this render, so that
     * the last of them is seen to go; then it stays until it is settled, since the same render again gives the same.
     *
     * @param lends whether parts are there, or were
     * @param kept paths of the earlier render that stay
     */
    List<Resource> of(LoweredUnit unit, boolean lends, SortedSet<String> kept) {
        List<Resource> objects = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            object(unit, layer)
                    .filter(object -> layer != Layer.LABELS || lends || kept.contains(Deliveries.path(object)))
                    .ifPresent(objects::add);
        }
        return objects;
    }

    private Optional<Resource> object(LoweredUnit unit, Layer layer) {
        if (mesh.delivery() instanceof Delivery.Argo argo) {
            return Optional.of(application(argo, unit.name(), layer));
        }
        if (mesh.delivery() instanceof Delivery.Flux flux) {
            return Optional.of(kustomization(flux, unit, layer));
        }
        return Optional.empty();
    }

    private Application application(Delivery.Argo argo, String unit, Layer layer) {
        boolean lends = layer == Layer.LABELS;
        return new Application(
                new ObjectName(argo.namespace(), name(unit, layer)),
                layer == Layer.GATEWAYS ? -1 : 0,
                argo.project(),
                new Source(argo.repoUrl(), argo.revision(), path(argo.folder(), unit, layer)),
                argo.destination(),
                argo.automated().map(sync -> lends ? sync.withoutPruning() : sync),
                options(layer));
    }

    /** Argo CD would otherwise move the fields of whoever used {@code kubectl apply} to itself. */
    static List<String> options(Layer layer) {
        return layer == Layer.LABELS
                ? List.of("ServerSideApply=true", "ClientSideApplyMigration=false")
                : List.of("ServerSideApply=true");
    }

    private FluxKustomization kustomization(Delivery.Flux flux, LoweredUnit unit, Layer layer) {
        return new FluxKustomization(
                new ObjectName(flux.namespace(), name(unit.name(), layer)),
                awaited(unit, layer).map(gate -> name(gate, Layer.GATEWAYS)).toList(),
                flux.timing(),
                flux.source(),
                "./" + path(flux.folder(), unit.name(), layer),
                switch (layer) {
                    case GATEWAYS -> Role.GATE;
                    case ENROLLMENT -> Role.OWN;
                    case LABELS -> Role.LEND;
                });
    }

    /** The units whose Gateways must be programmed first: its own, and those of the waypoints that its labels name. */
    private Stream<String> awaited(LoweredUnit unit, Layer layer) {
        Stream<String> others = switch (layer) {
            case GATEWAYS -> Stream.empty();
            case ENROLLMENT ->
                unit.externals().stream()
                        .flatMap(external -> named(external.name().namespace(), external.marks()));
            case LABELS ->
                unit.partials().stream()
                        .map(LoweredUnit.Sourced::document)
                        .flatMap(part -> named(part.object().namespace(), part.marks()));
        };
        return layer == Layer.GATEWAYS
                ? others
                : Stream.concat(Stream.of(unit.name()), others).distinct();
    }

    private Stream<String> named(String namespace, Marks marks) {
        SortedMap<String, String> labels = marks.labels();
        return Stream.concat(
                named(
                        labels.getOrDefault(IstioLabels.USE_WAYPOINT, ""),
                        labels.getOrDefault(IstioLabels.USE_WAYPOINT_NAMESPACE, namespace)),
                named(
                        labels.getOrDefault(IstioLabels.USE_WAYPOINT_CANARY, ""),
                        labels.getOrDefault(IstioLabels.USE_WAYPOINT_CANARY_NAMESPACE, namespace)));
    }

    private Stream<String> named(String waypoint, String namespace) {
        return Optional.ofNullable(units.get(new ObjectName(namespace, waypoint))).stream();
    }

    private String name(String unit, Layer layer) {
        return Delivery.name(mesh.cluster(), unit, layer.word());
    }

    private String path(String folder, String unit, Layer layer) {
        List<String> steps = new ArrayList<>();
        if (!folder.isEmpty()) {
            steps.add(folder);
        }
        mesh.cluster().ifPresent(steps::add);
        steps.add(unit);
        steps.add(layer.word());
        return String.join("/", steps);
    }
}
