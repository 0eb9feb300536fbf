package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.Admission;
import dev.waymark.routing.GatewayView;
import dev.waymark.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2014: a waypoint that clients cannot reach, or that istiod cannot read. */
final class ForeignListener implements Rule {
    private static final String HBONE = "HBONE";

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        Map<ObjectName, Span> named = new HashMap<>();
        subject.enrolled().forEach(enrolled -> named.putIfAbsent(enrolled.wanted(), enrolled.label()));
        return subject.view().gateways().values().stream()
                .flatMap(gateway -> find(subject, gateway, Optional.ofNullable(named.get(gateway.name()))).stream());
    }

    private static Optional<Diagnostic> find(Subject subject, GatewayView gateway, Optional<Span> named) {
        if (Waypoints.isUnreadable(subject, gateway)) {
            return Optional.of(unreadable(subject, gateway));
        }
        boolean meant =
                Waypoints.isOfIstio(subject, gateway) || (named.isPresent() && Waypoints.isIngress(subject, gateway));
        return meant && isUnreachable(subject, gateway) ? unreachable(subject, gateway, named) : Optional.empty();
    }

    /** Whoever wrote it: it brings down the control plane of all. */
    private static Diagnostic unreadable(Subject subject, GatewayView gateway) {
        Diagnostic diagnostic = Diagnostic.of(
                        Code.FOREIGN_LISTENER,
                        "the listener of " + gateway.name() + " has a namespace selector that Kubernetes cannot parse",
                        "Istio's control plane crashes as soon as somebody names this waypoint, and goes on crashing: "
                                + "no proxy in the mesh learns of changes any more",
                        "give `In` and `NotIn` a list of values, `Exists` and `DoesNotExist` none, and use no other "
                                + "operators")
                .as(Severity.ERROR);
        return Admission.listener(gateway, subject.view().gatewayClass(gateway))
                .flatMap(GatewayView.Listener::span)
                .or(gateway::span)
                .map(diagnostic::at)
                .orElse(diagnostic);
    }

    private static boolean isUnreachable(Subject subject, GatewayView gateway) {
        boolean behindAnother = gateway.annotations().has(IstioLabels.INBOUND_BINDING)
                || subject.view()
                        .gatewayClass(gateway)
                        .filter(found -> found.annotations().has(IstioLabels.INBOUND_BINDING))
                        .isPresent();
        return !behindAnother
                && Admission.listener(gateway, subject.view().gatewayClass(gateway))
                        .isEmpty();
    }

    private static Optional<Diagnostic> unreachable(Subject subject, GatewayView gateway, Optional<Span> named) {
        List<GatewayView.Listener> listeners = gateway.listeners();
        boolean lowerCase = listeners.stream()
                .anyMatch(listener -> listener.protocol().equalsIgnoreCase(HBONE)
                        && !listener.protocol().equals(HBONE));
        String help = Waypoints.isIngress(subject, gateway)
                ? "name a waypoint, which is a Gateway of class `istio-waypoint`"
                : lowerCase
                        ? "write `protocol: HBONE` in capitals, and `port: 15008`"
                        : "give it one listener with `protocol: HBONE` and `port: 15008`";
        Diagnostic diagnostic = Diagnostic.of(
                Code.FOREIGN_LISTENER,
                "the Gateway " + gateway.name() + " has no listener for HBONE on port 15008",
                "istiod takes it for a waypoint all the same, and clients dial that port: calls through it fail",
                help);
        Optional<Span> place = listeners.stream()
                .findFirst()
                .flatMap(GatewayView.Listener::span)
                .or(gateway::span);
        return Spot.put(subject, diagnostic, Spot.of(place, "its listener"), Spot.of(named, "named here"));
    }
}
