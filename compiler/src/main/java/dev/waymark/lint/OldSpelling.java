package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.NearName;
import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Labels;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2021: labels that stand as annotations, as they did before Istio 1.22, or under a name that nothing reads. */
final class OldSpelling implements Rule {
    private static final List<String> LABELS = List.of(
            IstioLabels.USE_WAYPOINT,
            IstioLabels.USE_WAYPOINT_NAMESPACE,
            IstioLabels.USE_WAYPOINT_CANARY,
            IstioLabels.USE_WAYPOINT_CANARY_NAMESPACE,
            IstioLabels.INGRESS_USE_WAYPOINT,
            IstioLabels.WAYPOINT_FOR);

    private static final String UNREAD =
            "nothing in Istio reads it, and nothing says so: the mesh is not as it seems to be written here";

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return Stream.concat(
                subject.carriers()
                        .flatMap(carrier ->
                                find(subject, carrier.ref().toString(), carrier.labels(), carrier.annotations())),
                subject.view().gateways().values().stream().flatMap(gateway -> find(subject, gateway)));
    }

    private static Stream<Diagnostic> find(Subject subject, GatewayView gateway) {
        String words = "Gateway " + gateway.name();
        Stream<Diagnostic> account = gateway.annotations().place(IstioLabels.FOR_SERVICE_ACCOUNT).stream()
                .flatMap(place -> describe(
                        subject,
                        Optional.of(place),
                        List.of("annotation `" + IstioLabels.FOR_SERVICE_ACCOUNT + "`", words),
                        "waypoints are not chosen by service accounts since Istio 1.22",
                        "take it away, and label who shall go through it `istio.io/use-waypoint: "
                                + gateway.name().name() + "`"));
        return Stream.concat(account, find(subject, words, gateway.labels(), gateway.annotations()));
    }

    private static Stream<Diagnostic> find(Subject subject, String carrier, Labels labels, Labels annotations) {
        Stream<Diagnostic> old = LABELS.stream()
                .filter(key -> annotations.has(key) && !labels.has(key))
                .flatMap(key -> describe(
                        subject,
                        annotations.place(key),
                        List.of("annotation `" + key + "`", carrier),
                        "it is a label since Istio 1.22",
                        "write it under `labels`"));
        Stream<Diagnostic> misspelt = labels.values().entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(OldSpelling::isMisspelt)
                .flatMap(key -> describe(
                        subject,
                        labels.place(key),
                        List.of("label `" + key + "`", carrier),
                        "Istio has no such label",
                        NearName.help(key, LABELS, "take it away, or correct its name")));
        return Stream.concat(old, misspelt);
    }

    private static boolean isMisspelt(String key) {
        if (LABELS.contains(key) || !key.contains("istio.io/")) {
            return false;
        }
        return key.contains("use-waypoint")
                || (key.startsWith("istio.io/") && NearName.of(key, LABELS).isPresent());
    }

    /** @param what the label or annotation, and what carries it */
    private static Stream<Diagnostic> describe(
            Subject subject, Optional<Span> place, List<String> what, String reason, String help) {
        Diagnostic diagnostic =
                Diagnostic.of(Code.LABEL_WITHOUT_EFFECT, what.get(0), what.get(1), reason, UNREAD, help);
        return Spot.put(subject, diagnostic, Spot.of(place, "")).stream();
    }
}
