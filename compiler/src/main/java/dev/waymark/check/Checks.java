package dev.waymark.check;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import java.util.ArrayList;
import java.util.List;

/**
 * The gates behind the resolver's, in their order. All rules of a gate run; an error ends the run there, so that no
 * message is printed that only follows from another.
 */
public final class Checks {
    private static final List<Check> REFERENCES = List.of(new RolloutTemplate(), new ExternalBypass());

    private static final List<DeliveryCheck> DELIVERY = List.of(
            new NameCollision(),
            new ApplyOnWorkload(),
            new RemovedWhileUsed(),
            new AdmissionCannotLinger(),
            new SettleTooEarly(),
            new ApplyUnchecked());

    private static final List<Check> ROUTING = List.of(
            new MixedTraffic(),
            new TrafficMismatch(),
            new AttachmentDenied(),
            new UnusedWaypoint(),
            new OverridesNamespace(),
            new AdmitsEveryone(),
            new CanaryInvalid(),
            new GlobalAndLocal());

    private Checks() {}

    /** The rest of the references gate. */
    public static void references(Mesh mesh, DiagnosticLog log) {
        run(REFERENCES, mesh, log);
    }

    /** What is written into a directory. */
    public static void tree(Mesh mesh, Lowering lowering, DiagnosticLog log) {
        run(DELIVERY, mesh, lowering, log);
        run(ROUTING, mesh, log);
    }

    /** What is printed as a stream of objects, the labels layer among them. */
    public static void streamWithLabels(Mesh mesh, Lowering lowering, DiagnosticLog log) {
        List<DeliveryCheck> delivery = new ArrayList<>(DELIVERY);
        delivery.add(new UndeliveredPatch());
        run(delivery, mesh, lowering, log);
        run(ROUTING, mesh, log);
    }

    private static void run(List<DeliveryCheck> gate, Mesh mesh, Lowering lowering, DiagnosticLog log) {
        if (!log.hasErrors()) {
            gate.forEach(check -> check.find(mesh, lowering).forEach(log::add));
        }
    }

    private static void run(List<Check> gate, Mesh mesh, DiagnosticLog log) {
        if (!log.hasErrors()) {
            gate.forEach(check -> check.find(mesh).forEach(log::add));
        }
    }
}
