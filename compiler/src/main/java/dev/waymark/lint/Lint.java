package dev.waymark.lint;

import dev.waymark.diagnostic.DiagnosticLog;
import java.util.List;

/**
 * The gates of a mesh as it is, in their order. All rules of a gate run; an error ends the run there, so that no message
 * is printed that only follows from another.
 */
public final class Lint {
    private static final List<Rule> REFERENCES = List.of(new WaypointNotFound(), new CrossNamespace());

    private static final List<Rule> ROUTING = List.of(new UnsupportedTraffic(), new AttachmentDenied());

    static final List<Rule> POLICY = List.of(
            new PolicyWithoutWaypoint(),
            new SelectorPolicy(),
            new PolicyTargetNotFound(),
            new CallerIdentity(),
            new PolicyOutOfReach());

    private static final List<List<Rule>> GATES = List.of(REFERENCES, ROUTING, POLICY);

    private Lint() {}

    /** Judges a mesh. */
    public static void check(Subject subject, DiagnosticLog log) {
        for (List<Rule> gate : GATES) {
            if (!log.hasErrors()) {
                gate.forEach(rule -> rule.find(subject).forEach(log::add));
            }
        }
    }
}
