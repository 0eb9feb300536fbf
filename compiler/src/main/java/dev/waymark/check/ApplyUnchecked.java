package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.Inventory;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.mesh.Via;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** WM4016: who else owns an object that is applied in part, and that no inventory shows, is not known; one warning for each unit. */
record ApplyUnchecked(Inventory inventory) implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        return mesh.units().stream().flatMap(unit -> find(unit).stream());
    }

    private Optional<Diagnostic> find(Unit unit) {
        return unit.objects().stream()
                .filter(object ->
                        object.via() == Via.APPLY && !object.object().kind().isWorkload())
                .filter(object ->
                        !inventory.complete() && inventory.find(object.object()).isEmpty())
                .map(LabelledObject::source)
                .min(Comparator.naturalOrder())
                .map(first -> Diagnostic.of(Code.APPLY_UNCHECKED, unit.name()).at(first, "the first of them"));
    }
}
