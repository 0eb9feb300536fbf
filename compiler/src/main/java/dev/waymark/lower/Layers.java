package dev.waymark.lower;

import dev.waymark.kube.FullNamespace;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.PartialObject;
import dev.waymark.lower.LoweredUnit.LoweredWaypoint;
import dev.waymark.lower.LoweredUnit.Sourced;
import dev.waymark.mesh.External;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of each layer, one to a file. */
final class Layers {
    private Layers() {}

    static Stream<Manifest> of(LoweredUnit unit, Layer layer) {
        return switch (layer) {
            case GATEWAYS ->
                Stream.concat(
                        unit.waypoints().stream().map(Layers::gateway),
                        unit.namespaces().stream().map(namespace -> namespace(unit, namespace)));
            case ENROLLMENT -> unit.externals().stream().map(Layers::serviceEntry);
            case LABELS -> unit.partials().stream().map(partial -> partial(unit, partial));
        };
    }

    private static Manifest gateway(LoweredWaypoint lowered) {
        ObjectName name = lowered.waypoint().name();
        return new Manifest(
                lowered.waypoint().unit(),
                path(Layer.GATEWAYS, name, "gateway"),
                GatewayLowering.lower(lowered),
                Optional.of(lowered.waypoint().intent().name().span()));
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
