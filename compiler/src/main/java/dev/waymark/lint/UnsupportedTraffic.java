package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Once;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Reason;
import dev.waymark.routing.ServiceEntryView;
import dev.waymark.routing.ServiceView;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2001: a waypoint that does not take the traffic to what names it. */
final class UnsupportedTraffic implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.enrolled()
                .filter(enrolled -> enrolled.route().reason() == Reason.UNSUPPORTED_TRAFFIC)
                .filter(enrolled -> !enrolled.isNamespace() || hasServices(subject, enrolled))
                .filter(enrolled -> !subject.isDeclared(enrolled.wanted()))
                .filter(Once.per(Enrolled::label))
                .map(enrolled -> describe(subject, enrolled));
    }

    /** A Namespace may be enrolled for its pods alone. */
    private static boolean hasServices(Subject subject, Enrolled enrolled) {
        return subject.in(enrolled.object().name()).anyMatch(UnsupportedTraffic::inheritsAsService);
    }

    private static boolean inheritsAsService(Target target) {
        boolean service = target instanceof ServiceView || target instanceof ServiceEntryView;
        return service && !target.labels().has(IstioLabels.USE_WAYPOINT);
    }

    private static Diagnostic describe(Subject subject, Enrolled enrolled) {
        GatewayView gateway = subject.view().gateway(enrolled.wanted()).orElseThrow();
        String takes = subject.routing().trafficType(gateway);
        String needs = Traffic.of(enrolled.carrier()).word();
        Diagnostic diagnostic = Diagnostic.of(
                        Code.UNSUPPORTED_TRAFFIC_TYPE, enrolled.words(), enrolled.wanted(), takes, needs)
                .as(enrolled.isNamespace() ? Severity.WARNING : Severity.ERROR)
                .at(enrolled.label(), "needs `" + needs + "`")
                .help("label the Gateway `" + IstioLabels.WAYPOINT_FOR + ": all`, or name another waypoint");
        Optional<Span> cause = gateway.labels().place(IstioLabels.WAYPOINT_FOR).or(gateway::span);
        return cause.map(place -> diagnostic.and(place, "takes `" + takes + "`"))
                .orElse(diagnostic);
    }
}
