package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Traffic;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WM2008: a waypoint that takes all calls to pods, a Prometheus' among them. */
final class CapturesScrapes implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        if (!subject.inventory().given()) {
            return Stream.empty();
        }
        return subject.routes().stream()
                .filter(route -> route.traffic() == Traffic.WORKLOAD)
                .flatMap(route -> route.waypoint().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .flatMap(name -> subject.view().gateway(name).stream())
                .flatMap(gateway -> describe(subject, gateway));
    }

    private static Stream<Diagnostic> describe(Subject subject, GatewayView gateway) {
        Spot spot = Spot.of(
                gateway.labels().place(IstioLabels.WAYPOINT_FOR).or(gateway::span),
                "takes `" + subject.routing().trafficType(gateway) + "`");
        return Spot.put(subject, Diagnostic.of(Code.CAPTURES_SCRAPES, gateway.name()), spot).stream();
    }
}
