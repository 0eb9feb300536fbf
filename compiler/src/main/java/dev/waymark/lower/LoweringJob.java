package dev.waymark.lower;

import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Guards;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lock.Past;
import dev.waymark.mesh.ForeignOwners;
import dev.waymark.mesh.Mesh;

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
                ForeignOwners.of(inventory, mesh),
                new DeliveryLowering(mesh));
    }

    /** Whether an object is known not to exist. */
    boolean isGone(ObjectRef object) {
        return inventory.complete() && inventory.find(object).isEmpty();
    }
}
