package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Kind;
import dev.waymark.kube.PartialObject;
import dev.waymark.lower.LoweredUnit.Sourced;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/** WM4002: a part is applied of an object that is known not to exist. */
record PartialNeedsObject(Inventory inventory) implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        return lowering.units().stream()
                .flatMap(unit -> unit.partials().stream())
                .filter(part -> inventory.complete()
                        && inventory.find(part.document().object()).isEmpty())
                .map(PartialNeedsObject::describe);
    }

    private static Diagnostic describe(Sourced<PartialObject> part) {
        boolean namespace = part.document().object().kind() == Kind.NAMESPACE;
        String consequence = namespace
                ? "server-side apply would make an empty one"
                : "a part alone is refused, and Flux then applies nothing of the whole layer";
        Diagnostic missing = Diagnostic.of(
                        Code.PARTIAL_NEEDS_OBJECT, part.document().object(), consequence)
                .as(namespace ? Severity.WARNING : Severity.ERROR);
        return part.source().map(missing::at).orElse(missing);
    }
}
