package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lint.IngressBackends.Backend;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.ServiceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2010: a Service behind an ingress gateway that does not use its waypoint. */
final class IngressBypass implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        Map<ObjectRef, Backend> backends = IngressBackends.of(subject);
        if (backends.isEmpty()) {
            return Stream.empty();
        }
        return ByLabel.of(
                        subject,
                        (service, route) ->
                                !route.ingress() && backends.containsKey(service.ref()) && isUnsaid(subject, service))
                .flatMap(group -> describe(subject, group, backends).stream());
    }

    /** Whether nobody has said that calls from outside shall go direct. */
    private static boolean isUnsaid(Subject subject, ServiceView service) {
        Optional<NamespaceView> namespace = subject.namespace(service.ref().namespace());
        boolean known = namespace.filter(NamespaceView::whole).isPresent()
                || subject.view().coverage() == Coverage.COMPLETE;
        return known
                && !service.labels().has(IstioLabels.INGRESS_USE_WAYPOINT)
                && namespace
                        .filter(found -> found.labels().has(IstioLabels.INGRESS_USE_WAYPOINT))
                        .isEmpty();
    }

    private static Optional<Diagnostic> describe(Subject subject, ByLabel group, Map<ObjectRef, Backend> backends) {
        List<Backend> ways = group.services().stream()
                .limit(Listing.SHOWN)
                .map(service -> backends.get(service.ref()))
                .toList();
        Diagnostic diagnostic = Diagnostic.of(
                Code.INGRESS_BYPASS,
                ways.get(0).gateway(),
                group.names(),
                group.label().wanted().orElseThrow(),
                group.label().object());
        List<Spot> spots = new ArrayList<>();
        spots.add(Spot.of(group.label().at(), "enrolled here"));
        ways.forEach(way -> spots.add(Spot.of(Optional.of(way.at()), "reached from " + way.gateway())));
        return Spot.put(subject, diagnostic, spots);
    }
}
