package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Via;
import java.util.stream.Stream;

/** WM4009: a stream of cluster objects holds no Components. */
final class UndeliveredPatch implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        return mesh.objects().stream()
                .filter(object -> object.via() == Via.PATCH && !object.marks().isEmpty())
                .map(object ->
                        Diagnostic.of(Code.UNDELIVERED_PATCH, object.object()).at(object.source()));
    }
}
