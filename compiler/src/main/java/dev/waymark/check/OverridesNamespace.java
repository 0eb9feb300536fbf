package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.Consumer;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Phase;
import dev.waymark.mesh.Waypoint;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * WM2005: an object that leaves the waypoint of its namespace for another one. Where there is an inventory, {@code lint}
 * finds the same, and what leaves a namespace that the inventory enrolls.
 */
record OverridesNamespace(Inventory inventory) implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        return inventory.given() ? Stream.empty() : ofIntents(mesh);
    }

    private static Stream<Diagnostic> ofIntents(Mesh mesh) {
        Map<ObjectRef, Waypoint> ofNamespaces = new HashMap<>();
        serving(mesh)
                .forEach(waypoint -> consumers(waypoint)
                        .filter(consumer -> consumer.target().kind() == Kind.NAMESPACE)
                        .forEach(consumer -> ofNamespaces.put(consumer.target(), waypoint)));
        return serving(mesh)
                .flatMap(waypoint -> consumers(waypoint)
                        .filter(consumer -> leaves(consumer, waypoint, of(consumer, ofNamespaces)))
                        .map(consumer -> describe(consumer, waypoint, of(consumer, ofNamespaces))));
    }

    private static Stream<Waypoint> serving(Mesh mesh) {
        return mesh.waypoints().stream().filter(waypoint -> waypoint.phase() == Phase.SERVE);
    }

    private static Stream<Consumer> consumers(Waypoint waypoint) {
        return Stream.concat(waypoint.consumers().stream(), waypoint.guests().stream());
    }

    private static @Nullable Waypoint of(Consumer consumer, Map<ObjectRef, Waypoint> ofNamespaces) {
        return ofNamespaces.get(ObjectRef.namespace(consumer.target().namespace()));
    }

    /** What the namespace's waypoint does not take anyway is not left. */
    private static boolean leaves(Consumer consumer, Waypoint own, @Nullable Waypoint inherited) {
        return inherited != null
                && !inherited.name().equals(own.name())
                && consumer.target().kind() != Kind.NAMESPACE
                && inherited.traffic().takes(consumer.traffic());
    }

    private static Diagnostic describe(Consumer consumer, Waypoint own, @Nullable Waypoint inherited) {
        String left = inherited == null ? "" : inherited.name().toString();
        return Diagnostic.of(Code.OVERRIDES_NAMESPACE, consumer.target(), own.name(), left)
                .at(consumer.span());
    }
}
