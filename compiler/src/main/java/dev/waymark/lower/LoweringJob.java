package dev.waymark.lower;

import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Guards;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lock.Past;
import dev.waymark.mesh.ForeignOwners;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/**
 * What all units of a mesh are lowered with.
 *
 * @param settle whether what lingers is dropped
 */
record LoweringJob(
        Past past,
        Inventory inventory,
        boolean settle,
        Rendered rendered,
        Guards guards,
        ForeignOwners owners,
        DeliveryLowering deliveries) {
    LoweringJob(Mesh mesh, Past past, Inventory inventory, boolean settle) {
        this(
                past,
                inventory,
                settle,
                Rendered.of(mesh),
                mesh.delivery().guards(),
                ForeignOwners.of(inventory, mesh, units(mesh, past)),
                new DeliveryLowering(mesh));
    }

    private static Stream<String> units(Mesh mesh, Past past) {
        return Stream.concat(mesh.units().stream().map(Mesh.Unit::name), past.units().keySet().stream());
    }

    /** Whether the fleet renders what delivers the units: then no lock says what delivered a layer before. */
    boolean bySets() {
        return owners.delivery().bySets();
    }

    /** Whether an object is known not to exist. */
    boolean isGone(ObjectRef object) {
        return inventory.complete() && inventory.find(object).isEmpty();
    }
}
