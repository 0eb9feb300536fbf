package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.ServiceView;
import dev.waymark.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2020: one waypoint for services of all clusters and for services of one. */
final class GlobalAndLocalServices implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        Map<ObjectName, Span> global = new HashMap<>();
        ByLabel.of(subject, (service, route) -> isGlobal(service))
                .forEach(group -> global.putIfAbsent(
                        group.label().wanted().orElseThrow(),
                        group.services()
                                .get(0)
                                .labels()
                                .place(IstioLabels.GLOBAL)
                                .orElseThrow()));
        return ByLabel.of(subject, (service, route) -> !isGlobal(service))
                .flatMap(group ->
                        Optional.ofNullable(global.get(group.label().wanted().orElseThrow()))
                                .flatMap(place -> describe(subject, group, place))
                                .stream());
    }

    private static boolean isGlobal(ServiceView service) {
        return service.labels().get(IstioLabels.GLOBAL).filter("true"::equals).isPresent();
    }

    private static Optional<Diagnostic> describe(Subject subject, ByLabel group, Span global) {
        ServiceView local = group.services().get(0);
        ObjectName waypoint = group.label().wanted().orElseThrow();
        return Spot.put(
                subject,
                Diagnostic.of(Code.GLOBAL_AND_LOCAL, waypoint, local.ref())
                        .help("give " + local.ref()
                                + " a waypoint of its own, or label it `istio.io/global: \"true\"`"),
                Spot.of(group.label().at(), "sends " + local.ref() + " there"),
                Spot.of(Optional.of(global), "global, and behind the same waypoint"));
    }
}
