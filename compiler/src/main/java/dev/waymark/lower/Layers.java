package dev.waymark.lower;

import dev.waymark.kube.FullNamespace;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.PartialObject;
import dev.waymark.kube.Resource;
import dev.waymark.lower.LoweredUnit.LoweredWaypoint;
import dev.waymark.lower.LoweredUnit.Sourced;
import dev.waymark.mesh.External;
import dev.waymark.mesh.Waypoint;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of each layer, one to a file. */
final class Layers {
    private Layers() {}

    static Stream<Manifest> of(LoweredUnit unit, Layer layer) {
        return switch (layer) {
            case GATEWAYS ->
                Stream.concat(
                        unit.waypoints().stream().flatMap(Layers::waypoint),
                        unit.namespaces().stream().map(namespace -> namespace(unit, namespace)));
            case ENROLLMENT -> unit.externals().stream().map(Layers::serviceEntry);
            case LABELS -> unit.partials().stream().map(partial -> partial(unit, partial));
        };
    }

    /** The options first: a Gateway is not accepted before the ConfigMap that it names exists. */
    private static Stream<Manifest> waypoint(LoweredWaypoint lowered) {
        ObjectName name = lowered.waypoint().name();
        Manifest gateway = manifest(lowered, path(Layer.GATEWAYS, name, "gateway"), GatewayLowering.lower(lowered));
        Stream<Manifest> options = OptionsLowering.lower(lowered.waypoint()).stream()
                .map(map ->
                        manifest(lowered, path(Layer.GATEWAYS, map.metadata().object(), "configmap"), map));
        return Stream.concat(options, Stream.of(gateway));
    }

    private static Manifest manifest(LoweredWaypoint lowered, String path, Resource resource) {
        Waypoint waypoint = lowered.waypoint();
        return new Manifest(
                waypoint.unit(),
                path,
                resource,
                Optional.of(waypoint.intent().name().span()));
    }

    private static Manifest namespace(LoweredUnit unit, Sourced<FullNamespace> lowered) {
        String name = lowered.document().name();
        ObjectName object = new ObjectName(name, name);
        return new Manifest(
                unit.name(), path(Layer.GATEWAYS, object, "namespace"), lowered.document(), lowered.source());
    }

    private static Manifest serviceEntry(External external) {
        return new Manifest(
                external.unit(),
                path(Layer.ENROLLMENT, external.name(), "serviceentry"),
                ServiceEntryLowering.lower(external),
                Optional.of(external.intent().name().span()));
    }

    private static Manifest partial(LoweredUnit unit, Sourced<PartialObject> lowered) {
        ObjectRef object = lowered.document().object();
        ObjectName name = new ObjectName(object.namespace(), object.name());
        return new Manifest(
                unit.name(), path(Layer.LABELS, name, object.kind().fileWord()), lowered.document(), lowered.source());
    }

    private static String path(Layer layer, ObjectName object, String kind) {
        return layer.word() + "/" + object.namespace() + "/" + FileName.yaml(kind, object.name());
    }
}
