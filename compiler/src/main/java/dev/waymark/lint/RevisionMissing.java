package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Labels;
import dev.waymark.routing.NamespaceView;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * WM2022: a waypoint of no revision among others that have one (istio {@code deploymentcontroller.go}: the label of the
 * Gateway, else that of its namespace). Where most have none, a default one serves them.
 */
final class RevisionMissing implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        Map<Boolean, List<GatewayView>> byRevision = subject.view().gateways().values().stream()
                .filter(gateway -> Waypoints.isOfIstio(subject, gateway))
                .collect(Collectors.partitioningBy(gateway -> isRevisioned(subject, gateway)));
        List<GatewayView> with = byRevision.getOrDefault(true, List.of());
        List<GatewayView> without = byRevision.getOrDefault(false, List.of());
        return with.isEmpty() || with.size() < without.size()
                ? Stream.empty()
                : without.stream().flatMap(gateway -> describe(subject, gateway, with.get(0)));
    }

    private static boolean isRevisioned(Subject subject, GatewayView gateway) {
        return carriers(subject, gateway).anyMatch(labels -> labels.has(IstioLabels.REVISION));
    }

    private static Optional<Span> revision(Subject subject, GatewayView gateway) {
        return carriers(subject, gateway)
                .flatMap(labels -> labels.place(IstioLabels.REVISION).stream())
                .findFirst();
    }

    private static Stream<Labels> carriers(Subject subject, GatewayView gateway) {
        return Stream.concat(
                Stream.of(gateway.labels()),
                subject.namespace(gateway.name().namespace()).map(NamespaceView::labels).stream());
    }

    private static Stream<Diagnostic> describe(Subject subject, GatewayView gateway, GatewayView other) {
        return Spot.put(
                subject,
                Diagnostic.of(Code.REVISION_MISSING, gateway.name(), other.name()),
                Spot.of(gateway.span(), "no `istio.io/rev`"),
                Spot.of(revision(subject, other).or(other::span), "its revision"))
                .stream();
    }
}
