package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2009: a name that is good in the own namespace, and a second label that sends it elsewhere. */
final class StaleNamespaceLabel implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.enrolled()
                .filter(enrolled -> applies(subject, enrolled))
                .flatMap(enrolled -> describe(subject, enrolled).stream());
    }

    /** Whether the waypoint is missing where the labels say, and stands where they would say without the second one. */
    static boolean applies(Subject subject, Enrolled enrolled) {
        return enrolled.route().reason() == Reason.NOT_READY
                && enrolled.carrier().labels().has(IstioLabels.USE_WAYPOINT_NAMESPACE)
                && !Names.areNonsense(enrolled.carrier().labels())
                && subject.view().gateway(meant(enrolled)).isPresent();
    }

    private static ObjectName meant(Enrolled enrolled) {
        return new ObjectName(enrolled.object().namespace(), enrolled.wanted().name());
    }

    private static Optional<Diagnostic> describe(Subject subject, Enrolled enrolled) {
        ObjectName meant = meant(enrolled);
        return Spot.put(
                subject,
                Diagnostic.of(
                        Code.STALE_NAMESPACE_LABEL,
                        enrolled.object(),
                        enrolled.wanted(),
                        meant,
                        enrolled.wanted().namespace()),
                Spot.of(enrolled.carrier().labels().place(IstioLabels.USE_WAYPOINT_NAMESPACE), "points elsewhere"),
                Spot.of(Optional.of(enrolled.label()), "enrolled here"),
                Spot.of(subject.view().gateway(meant).orElseThrow().span(), "was this meant?"));
    }
}
