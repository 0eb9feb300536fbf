package dev.waymark.check;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/** One rule. */
@FunctionalInterface
interface Check {
    Stream<Diagnostic> find(Mesh mesh);
}
