package dev.waymark.lint;

import dev.waymark.diagnostic.DiagnosticLog;
import java.util.List;
import java.util.stream.Stream;

/**
 * The gates of a mesh as it is, in their order. All rules of a gate run; an error ends the run there, so that no message
 * is printed that only follows from another.
 */
public final class Lint {
    /** What a compilation asks of its intents itself. */
    private static final List<Rule> MANIFESTS = List.of(new WaypointNotFound());

    private static final List<Rule> REFERENCES =
            List.of(new CrossNamespace(), new HostInTwoEntries(), new EntryWithoutAddress());

    private static final List<Rule> ROUTING = List.of(
            new UnsupportedTraffic(),
            new LabelDenied(),
            new UnusedGateway(),
            new LeavesNamespaceWaypoint(),
            new NamespaceNotAmbient(),
            new HeadlessService(),
            new ExternalNameService(),
            new CapturesScrapes(),
            new StaleNamespaceLabel(),
            new IngressBypass(),
            new WaypointOfWaypoint(),
            new InvalidLabelValue(),
            new ForeignListener(),
            new SidecarClientBypass(),
            new InjectionAndAmbient(),
            new GlobalAndLocalServices(),
            new LabelWithoutEffect(),
            new OldSpelling(),
            new RevisionMissing());

    static final List<Rule> POLICY = List.of(
            new PolicyWithoutWaypoint(),
            new SelectorPolicy(),
            new PolicyTargetNotFound(),
            new CallerIdentity(),
            new PolicyOutOfReach());

    private Lint() {}

    /** Judges manifests. */
    public static void check(Subject subject, DiagnosticLog log) {
        List<Rule> references =
                Stream.concat(MANIFESTS.stream(), REFERENCES.stream()).toList();
        run(List.of(references, ROUTING, POLICY), subject, log);
    }

    /** Judges what a compilation makes of an inventory, after the checks of its own, which need none. */
    public static void checkOutput(Subject subject, DiagnosticLog log) {
        run(List.of(REFERENCES, ROUTING, POLICY), subject, log);
    }

    private static void run(List<List<Rule>> gates, Subject subject, DiagnosticLog log) {
        for (List<Rule> gate : gates) {
            if (!log.hasErrors()) {
                gate.forEach(rule -> rule.find(subject).forEach(log::add));
            }
        }
    }
}
