package dev.waymark.check;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/** One rule about what will be rendered. */
@FunctionalInterface
interface DeliveryCheck {
    Stream<Diagnostic> find(Mesh mesh, Lowering lowering);
}
