package dev.waymark.check;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import java.util.ArrayList;
import java.util.List;

/**
 * The gates behind the resolver's, in their order. All rules of a gate run; an error ends the run there, so that no
 * message is printed that only follows from another.
 */
public final class Checks {
    private final Inventory inventory;
    private final DiagnosticLog log;

    /** @param inventory what exists beside what is checked */
    public Checks(Inventory inventory, DiagnosticLog log) {
        this.inventory = inventory;
        this.log = log;
    }

    /** The rest of the references gate. */
    public void references(Mesh mesh) {
        run(List.of(new RolloutTemplate(inventory), new ExternalBypass(inventory)), mesh);
    }

    /** What is written into a directory. */
    public void tree(Mesh mesh, Lowering lowering) {
        run(delivery(), mesh, lowering);
        run(routing(), mesh);
    }

    /** What is printed as a stream of objects, the labels layer among them. */
    public void streamWithLabels(Mesh mesh, Lowering lowering) {
        List<DeliveryCheck> delivery = new ArrayList<>(delivery());
        delivery.add(new UndeliveredPatch());
        run(delivery, mesh, lowering);
        run(routing(), mesh);
    }

    private List<DeliveryCheck> delivery() {
        return List.of(
                new NameCollision(),
                new DeliveryNameTooLong(),
                new ApplyOnWorkload(),
                new RemovedWhileUsed(),
                new AdmissionCannotLinger(),
                new SettleTooEarly(inventory),
                new UnsafePartial(inventory),
                new PartialNeedsObject(inventory),
                new ApplyUnchecked(inventory));
    }

    private List<Check> routing() {
        return List.of(
                new MixedTraffic(),
                new TrafficMismatch(),
                new GuestDenied(),
                new WithoutConsumers(inventory),
                new OverridesNamespace(inventory),
                new AdmitsEveryone(),
                new CanaryInvalid(),
                new LocalConsumer());
    }

    private void run(List<DeliveryCheck> gate, Mesh mesh, Lowering lowering) {
        if (!log.hasErrors()) {
            gate.forEach(check -> check.find(mesh, lowering).forEach(log::add));
        }
    }

    private void run(List<Check> gate, Mesh mesh) {
        if (!log.hasErrors()) {
            gate.forEach(check -> check.find(mesh).forEach(log::add));
        }
    }
}
