package dev.waymark.check;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.mesh.Mesh;
import java.util.List;

/**
 * The gates behind the references gate. All rules of a gate run; an error ends the run there, so that no message is
 * printed that only follows from another.
 */
public final class Checks {
    private static final List<Check> REFERENCES = List.of(new RolloutTemplate());

    private static final List<Check> DELIVERY = List.of(new NameCollision());

    private static final List<Check> ROUTING =
            List.of(new MixedTraffic(), new TrafficMismatch(), new UnusedWaypoint(), new AdmitsEveryone());

    private Checks() {}

    /** Adds what the rules find to a log without errors. */
    public static void run(Mesh mesh, DiagnosticLog log) {
        for (List<Check> gate : List.of(REFERENCES, DELIVERY, ROUTING)) {
            if (!log.hasErrors()) {
                gate.forEach(check -> check.find(mesh).forEach(log::add));
            }
        }
    }
}
