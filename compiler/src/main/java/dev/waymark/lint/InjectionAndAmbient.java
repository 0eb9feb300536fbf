package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Target;
import dev.waymark.routing.WorkloadView;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2016: one object that asks for sidecars and for the ambient mesh. */
final class InjectionAndAmbient implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.carriers()
                .filter(carrier -> Ambient.asks(carrier.labels()) && asksForSidecars(carrier))
                .flatMap(carrier -> describe(subject, carrier).stream());
    }

    private static boolean asksForSidecars(Target carrier) {
        return (carrier instanceof NamespaceView namespace && Sidecars.asksByName(namespace))
                || (carrier instanceof WorkloadView workload && Sidecars.asks(workload));
    }

    private static Optional<Diagnostic> describe(Subject subject, Target carrier) {
        String key = carrier instanceof NamespaceView ? IstioLabels.INJECTION : IstioLabels.INJECT;
        return Spot.put(
                subject,
                Diagnostic.of(Code.INJECTION_AND_AMBIENT, carrier.ref(), key),
                Spot.of(
                        carrier.labels()
                                .place(key)
                                .or(() -> carrier.annotations().place(key)),
                        "asks for sidecars"),
                Spot.of(carrier.labels().place(IstioLabels.DATAPLANE_MODE), "asks for the ambient mesh"),
                Spot.of(carrier.labels().place(IstioLabels.USE_WAYPOINT), "enrolled here"));
    }
}
