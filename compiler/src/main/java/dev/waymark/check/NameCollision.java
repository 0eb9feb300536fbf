package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** WM4007: names that are the same where file names end. */
final class NameCollision implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        Map<String, Span> taken = new HashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        lowering.forEach(manifest -> manifest.source().ifPresent(span -> {
            Span first = taken.putIfAbsent(manifest.fullPath(), span);
            if (first != null) {
                found.add(Diagnostic.of(Code.NAME_COLLISION, "path, " + manifest.fullPath())
                        .at(span, "this one")
                        .and(first, "and this one"));
            }
        }));
        return found.stream();
    }
}
