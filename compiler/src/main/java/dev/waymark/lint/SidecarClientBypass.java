package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WM2015: clients with sidecars, who connect past waypoints. */
final class SidecarClientBypass implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        SortedMap<String, Span> injected = new TreeMap<>();
        for (NamespaceView namespace : subject.view().namespaces().values()) {
            Sidecars.clients(subject, namespace).ifPresent(place -> injected.put(namespace.name(), place));
        }
        return injected.isEmpty()
                ? Stream.empty()
                : waypoints(subject).flatMap(gateway -> describe(subject, gateway, injected).stream());
    }

    /** Those that somebody goes through. */
    private static Stream<GatewayView> waypoints(Subject subject) {
        return subject.routes().stream()
                .flatMap(route -> route.waypoint().stream())
                .collect(Collectors.toCollection(TreeSet<ObjectName>::new))
                .stream()
                .flatMap(name -> subject.view().gateway(name).stream());
    }

    private static Optional<Diagnostic> describe(
            Subject subject, GatewayView gateway, SortedMap<String, Span> injected) {
        List<String> names = List.copyOf(injected.keySet());
        String which = (names.size() == 1 ? "namespace " : "the namespaces ") + Listing.of(names);
        List<Spot> spots = new ArrayList<>();
        spots.add(Spot.of(gateway.span(), ""));
        injected.values().stream()
                .limit(Listing.SHOWN)
                .forEach(place -> spots.add(Spot.of(Optional.of(place), "its clients have sidecars")));
        return Spot.put(subject, Diagnostic.of(Code.SIDECAR_CLIENT_BYPASS, which, gateway.name()), spots);
    }
}
