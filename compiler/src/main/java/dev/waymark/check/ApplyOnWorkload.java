package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Once;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Via;
import java.util.stream.Stream;

/** WM4008: a part of a pod template cannot be applied. */
final class ApplyOnWorkload implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        return mesh.objects().stream()
                .filter(object ->
                        object.via() == Via.APPLY && object.object().kind().isWorkload())
                .filter(Once.per(LabelledObject::source))
                .map(object ->
                        Diagnostic.of(Code.APPLY_ON_WORKLOAD, object.object()).at(object.source()));
    }
}
