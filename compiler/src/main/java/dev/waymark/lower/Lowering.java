package dev.waymark.lower;

import dev.waymark.kube.Kustomization;
import dev.waymark.mesh.External;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.mesh.Waypoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The documents of a mesh, handed over one after another; the layers come in the order in which they are delivered.
 *
 * @param <E> what the taker of the documents may throw
 */
public final class Lowering<E extends Exception> {
    /** Takes one document. */
    public interface Sink<E extends Exception> {
        void accept(Manifest manifest) throws E;
    }

    private static final String KUSTOMIZATION = "/kustomization.yaml";

    private final Sink<E> sink;

    private Lowering(Sink<E> sink) {
        this.sink = sink;
    }

    public static <E extends Exception> void lower(Mesh mesh, Sink<E> sink) throws E {
        Lowering<E> lowering = new Lowering<>(sink);
        for (Unit unit : mesh.units()) {
            lowering.layer(unit, "gateways", unit.waypoints(), Lowering::gateway);
            lowering.layer(unit, "enrollment", unit.externals(), Lowering::serviceEntry);
            lowering.list(unit, "labels", List.of());
            Components.lower(unit, sink);
        }
    }

    /** The documents of a layer, and the kustomization that lists them; an empty layer is a layer too. */
    private <T> void layer(Unit unit, String layer, List<T> objects, Function<T, Manifest> lower) throws E {
        List<String> paths = new ArrayList<>();
        for (T object : objects) {
            Manifest manifest = lower.apply(object);
            paths.add(manifest.path().substring(layer.length() + 1));
            sink.accept(manifest);
        }
        list(unit, layer, paths);
    }

    private void list(Unit unit, String layer, List<String> paths) throws E {
        sink.accept(new Manifest(unit.name(), layer + KUSTOMIZATION, new Kustomization(paths), Optional.empty()));
    }

    private static Manifest gateway(Waypoint waypoint) {
        String file = FileName.yaml("gateway", waypoint.name().name());
        return new Manifest(
                waypoint.unit(),
                "gateways/" + waypoint.name().namespace() + "/" + file,
                GatewayLowering.lower(waypoint),
                Optional.of(waypoint.intent().name().span()));
    }

    private static Manifest serviceEntry(External external) {
        String file = FileName.yaml("serviceentry", external.name().name());
        return new Manifest(
                external.unit(),
                "enrollment/" + external.name().namespace() + "/" + file,
                ServiceEntryLowering.lower(external),
                Optional.of(external.intent().name().span()));
    }
}
