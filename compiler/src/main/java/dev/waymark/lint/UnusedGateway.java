package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.Admission;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Target;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** WM2003: a proxy for nobody, where all labels are known that could name it; what is ours has a check of its own. */
final class UnusedGateway implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        if (subject.view().coverage() != Coverage.COMPLETE) {
            return Stream.empty();
        }
        Set<ObjectName> named = named(subject);
        return subject.view().gateways().values().stream()
                .filter(gateway -> Waypoints.isOfIstio(subject, gateway)
                        && subject.isExisting(gateway)
                        && !named.contains(gateway.name())
                        && !admitsOthers(subject, gateway))
                .flatMap(gateway -> Spot.put(
                        subject,
                        Diagnostic.of(Code.UNUSED_WAYPOINT, gateway.name())
                                .help("label who shall go through it `istio.io/use-waypoint: "
                                        + gateway.name().name() + "`, or take it away"),
                        Spot.of(gateway.span(), ""))
                        .stream());
    }

    private static Set<ObjectName> named(Subject subject) {
        Set<ObjectName> named = new HashSet<>();
        subject.carriers().forEach(carrier -> {
            carrier.wanted().ifPresent(named::add);
            meant(carrier).forEach(named::add);
            carrier.wantedCanary().ifPresent(named::add);
        });
        return named;
    }

    /** A label that misses its waypoint has a message of its own. */
    private static Stream<ObjectName> meant(Target carrier) {
        return carrier.labels().get(IstioLabels.USE_WAYPOINT).stream().map(value -> {
            int slash = value.indexOf('/');
            String namespace = slash < 0 ? carrier.ref().namespace() : value.substring(0, slash);
            return new ObjectName(namespace, value.substring(slash + 1));
        });
    }

    private static boolean admitsOthers(Subject subject, GatewayView gateway) {
        return Admission.listener(gateway, subject.view().gatewayClass(gateway))
                .filter(listener -> !listener.allowed().from().equals("Same"))
                .isPresent();
    }
}
