package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.lower.Lowering;
import dev.waymark.lower.Manifest;
import dev.waymark.mesh.Mesh;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** WM4007: names that are the same where file names end. */
final class NameCollision implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        Map<String, Manifest> taken = new HashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        Lowering.lower(mesh, manifest -> {
            Manifest first = taken.putIfAbsent(manifest.fullPath(), manifest);
            if (first != null) {
                found.add(describe(first, manifest));
            }
        });
        return found.stream();
    }

    private static Diagnostic describe(Manifest first, Manifest second) {
        Diagnostic diagnostic = Diagnostic.of(Code.NAME_COLLISION, second.fullPath());
        Optional<Span> here = second.source();
        Optional<Span> there = first.source();
        if (here.isEmpty() || there.isEmpty()) {
            return diagnostic;
        }
        return diagnostic.at(here.get(), "this one").and(there.get(), "and this one");
    }
}
