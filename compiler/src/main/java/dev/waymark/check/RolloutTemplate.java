package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Kind;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/** WM1020: whether a Rollout that no inventory shows has a template of its own is not known. */
record RolloutTemplate(Inventory inventory) implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        return mesh.waypoints().stream()
                .flatMap(waypoint -> waypoint.consumers().stream())
                .filter(consumer -> consumer.target().kind() == Kind.ROLLOUT
                        && inventory.find(consumer.target()).isEmpty())
                .map(consumer ->
                        Diagnostic.of(Code.ROLLOUT_TEMPLATE, consumer.target()).at(consumer.span()));
    }
}
