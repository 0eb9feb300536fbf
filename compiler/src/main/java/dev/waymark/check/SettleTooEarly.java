package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/** WM4015: only what an earlier render let linger may be dropped; the cluster has seen nothing of this one. */
final class SettleTooEarly implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        return lowering.premature().stream().map(early -> Diagnostic.of(Code.SETTLE_TOO_EARLY, early.words()));
    }
}
