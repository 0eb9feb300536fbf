package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.Existing;
import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Labels;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Target;
import dev.waymark.routing.WorkloadView;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2021: labels that nobody reads where they stand. */
final class LabelWithoutEffect implements Rule {
    private static final String NOTHING =
            "it reads as if something were set up in the mesh, and nothing is: no error ever says so";

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        Stream<Optional<Diagnostic>> ofCarriers = subject.carriers()
                .flatMap(carrier ->
                        Stream.of(namespace(subject, carrier), ingress(subject, carrier), outside(subject, carrier)));
        Stream<Optional<Diagnostic>> ofGateways =
                subject.view().gateways().values().stream().map(gateway -> gateway(subject, gateway));
        return Stream.concat(ofCarriers, ofGateways).flatMap(Optional::stream);
    }

    private static Optional<Diagnostic> namespace(Subject subject, Target carrier) {
        Labels labels = carrier.labels();
        return labels.has(IstioLabels.USE_WAYPOINT)
                ? Optional.empty()
                : without(
                        subject,
                        new Label(
                                IstioLabels.USE_WAYPOINT_NAMESPACE,
                                carrier.ref().toString(),
                                labels.place(IstioLabels.USE_WAYPOINT_NAMESPACE)),
                        "there is no `istio.io/use-waypoint` beside it",
                        "name the waypoint too, with `istio.io/use-waypoint`, or take the label away");
    }

    private static Optional<Diagnostic> ingress(Subject subject, Target carrier) {
        Label label = new Label(
                IstioLabels.INGRESS_USE_WAYPOINT,
                carrier.ref().toString(),
                carrier.labels().place(IstioLabels.INGRESS_USE_WAYPOINT));
        if (carrier instanceof WorkloadView) {
            return without(
                    subject,
                    label,
                    "ingress gateways look for it on services",
                    "put it on the Service, or on the Namespace");
        }
        boolean understood = carrier.labels()
                .get(IstioLabels.INGRESS_USE_WAYPOINT)
                .filter(value -> InvalidLabelValue.isTruth(value, subject.view().istioVersion()))
                .isPresent();
        return understood && isSurelyWithout(subject, carrier)
                ? without(
                        subject,
                        label,
                        "nothing names a waypoint for it",
                        "name one with `istio.io/use-waypoint`, or take the label away")
                : Optional.empty();
    }

    /** Whether neither the carrier, nor what could lend it a label, names a waypoint. */
    private static boolean isSurelyWithout(Subject subject, Target carrier) {
        if (carrier.labels().has(IstioLabels.USE_WAYPOINT)) {
            return false;
        }
        boolean complete = subject.view().coverage() == Coverage.COMPLETE;
        if (carrier instanceof NamespaceView namespace) {
            return (complete || subject.in(namespace.name()).findAny().isPresent())
                    && subject.in(namespace.name())
                            .noneMatch(member -> member.labels().has(IstioLabels.USE_WAYPOINT));
        }
        Optional<NamespaceView> namespace = subject.namespace(carrier.ref().namespace());
        return namespace.isEmpty()
                ? complete
                : namespace.get().whole() && !namespace.get().labels().has(IstioLabels.USE_WAYPOINT);
    }

    /** What has a pod template is not asked for labels of its own. */
    private static Optional<Diagnostic> outside(Subject subject, Target carrier) {
        return subject.inventory()
                .find(carrier.ref())
                .map(Existing::labels)
                .filter(labels ->
                        carrier.ref().kind().isWorkload() && !carrier.labels().has(IstioLabels.USE_WAYPOINT))
                .flatMap(labels -> without(
                        subject,
                        new Label(
                                IstioLabels.USE_WAYPOINT,
                                carrier.ref().toString(),
                                labels.place(IstioLabels.USE_WAYPOINT)),
                        "pods have the labels of the pod template only",
                        "move it into the labels of the pod template"));
    }

    private static Optional<Diagnostic> gateway(Subject subject, GatewayView gateway) {
        return Waypoints.isOfIstio(subject, gateway)
                ? without(
                        subject,
                        new Label(
                                IstioLabels.USE_WAYPOINT,
                                "Gateway " + gateway.name(),
                                gateway.labels().place(IstioLabels.USE_WAYPOINT)),
                        "a waypoint has no waypoint",
                        "label whoever shall go through it: a Namespace, a Service or pods")
                : Optional.empty();
    }

    /** @param on what carries it, in words */
    private record Label(String key, String on, Optional<Span> place) {}

    private static Optional<Diagnostic> without(Subject subject, Label label, String reason, String help) {
        return label.place.flatMap(place -> Spot.put(
                subject,
                Diagnostic.of(Code.LABEL_WITHOUT_EFFECT, "label `" + label.key + "`", label.on, reason, NOTHING, help),
                Spot.of(label.place, "")));
    }
}
