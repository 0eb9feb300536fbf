package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.PartialObject;
import dev.waymark.lower.LoweredUnit;
import dev.waymark.lower.LoweredUnit.Sourced;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Delivery;
import dev.waymark.mesh.ForeignOwners;
import dev.waymark.mesh.ForeignOwners.Owner;
import dev.waymark.mesh.Mesh;
import java.util.Optional;
import java.util.stream.Stream;

/** WM4001: a part of an object that another unit of the same tool applies. */
record UnsafePartial(Inventory inventory) implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        ForeignOwners owners =
                ForeignOwners.of(inventory, mesh, lowering.units().stream().map(LoweredUnit::name));
        Stream<Diagnostic> applied = lowering.units().stream()
                .flatMap(unit -> unit.partials().stream())
                .flatMap(part -> find(part, owners, mesh).stream());
        return Stream.concat(applied, lowering.yielded().stream().map(UnsafePartial::describe));
    }

    private static Optional<Diagnostic> find(Sourced<PartialObject> part, ForeignOwners owners, Mesh mesh) {
        return owners.of(part.document().object()).map(owner -> describe(part, owner, mesh));
    }

    /** Whoever does not say what delivers the part may well have another tool in mind. */
    private static Diagnostic describe(Sourced<PartialObject> part, Owner owner, Mesh mesh) {
        Diagnostic unsafe = unsafe("a part of " + part.document().object() + " is applied", owner);
        Diagnostic placed = part.source()
                .map(source -> unsafe.at(source, "applied here").and(owner.place(), "its owner"))
                .orElseGet(() -> unsafe.at(owner.place()));
        return mesh.delivery() instanceof Delivery.Unstated
                ? placed.as(Severity.WARNING)
                        .help("if the tool that delivers this output is another one, say so by `delivery.engine`; "
                                + "else write `via: patch`, or `via: owner`")
                : placed;
    }

    private static Diagnostic describe(Lowering.Yielded yielded) {
        return unsafe("the part of " + yielded.object() + " is withdrawn", yielded.owner())
                .as(Severity.WARNING)
                .at(yielded.owner().place())
                .help("nothing was rendered that takes our labels off it: if one is still there, its owner must");
    }

    private static Diagnostic unsafe(String what, Owner owner) {
        return Diagnostic.of(Code.UNSAFE_PARTIAL, what, owner.words(), owner.harm());
    }
}
