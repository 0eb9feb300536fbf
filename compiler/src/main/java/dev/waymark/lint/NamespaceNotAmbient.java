package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Reason;
import dev.waymark.routing.ServiceEntryView;
import dev.waymark.routing.Target;
import dev.waymark.routing.WorkloadView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2004: a namespace that is enrolled, and whose own clients are outside of the ambient mesh. */
final class NamespaceNotAmbient implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.enrolled()
                .filter(enrolled -> enrolled.carrier() instanceof NamespaceView namespace
                        && enrolled.route().reason() == Reason.ACCEPTED
                        && isOutside(namespace)
                        && hasClients(subject, namespace))
                .flatMap(enrolled -> describe(subject, enrolled).stream());
    }

    /** Sidecars, and modes that mean nothing, have messages of their own. */
    private static boolean isOutside(NamespaceView namespace) {
        return namespace.whole()
                && !Ambient.asks(namespace.labels())
                && !Ambient.isNonsense(namespace.labels())
                && !Sidecars.asks(namespace);
    }

    /** A namespace for calls to the outside may hold nothing but entries, and its waypoint. */
    private static boolean hasClients(Subject subject, NamespaceView namespace) {
        List<Target> members = subject.in(namespace.name()).toList();
        if (members.stream().anyMatch(WorkloadView.class::isInstance)) {
            return members.stream().anyMatch(NamespaceNotAmbient::isClient);
        }
        boolean entriesOnly = !members.isEmpty() && members.stream().allMatch(ServiceEntryView.class::isInstance);
        return subject.view().coverage() != Coverage.COMPLETE && !entriesOnly;
    }

    private static boolean isClient(Target target) {
        return target instanceof WorkloadView workload
                && !Ambient.asks(workload.labels())
                && !Sidecars.asks(workload)
                && !workload.labels().has(IstioLabels.GATEWAY_NAME);
    }

    private static Optional<Diagnostic> describe(Subject subject, Enrolled enrolled) {
        return Spot.put(
                subject,
                Diagnostic.of(Code.NAMESPACE_NOT_AMBIENT, enrolled.object().name(), enrolled.wanted()),
                Spot.of(Optional.of(enrolled.label()), "enrolled here"),
                Spot.of(
                        enrolled.carrier().labels().place(IstioLabels.DATAPLANE_MODE),
                        "keeps it out of the ambient mesh"));
    }
}
