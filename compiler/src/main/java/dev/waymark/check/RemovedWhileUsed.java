package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/** WM4003: a Gateway that was rendered, and not in {@code phase: retire}, would be deleted under its labels. */
final class RemovedWhileUsed implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        return lowering.removed().stream()
                .map(gone -> Diagnostic.of(
                        Code.REMOVED_WHILE_USED, gone.waypoint(), "the folder of the unit `" + gone.unit() + "`"));
    }
}
