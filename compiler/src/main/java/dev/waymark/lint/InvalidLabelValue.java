package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.IstioVersion;
import dev.waymark.routing.Labels;
import dev.waymark.routing.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2013: labels that say something which their readers do not understand, or understand differently. */
final class InvalidLabelValue implements Rule {
    private static final List<String> TRUTHS =
            List.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

    private static final String BYPASS = "istiod looks for a waypoint of that very name and finds none: traffic goes "
            + "direct, past every waypoint and its L7 policies";
    private static final String NO_CANARY = "istiod looks for a waypoint of that very name and finds none: all traffic "
            + "stays with the first waypoint, and the next one is not tried";

    /** What is wrong with a value. */
    private record Fault(String key, String value, String problem, String consequence, String help) {
        String shown() {
            return value.isEmpty() ? "\"\"" : value;
        }
    }

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.carriers()
                .flatMap(carrier -> faults(subject, carrier)
                        .flatMap(fault -> Spot.put(
                                subject,
                                Diagnostic.of(
                                        Code.INVALID_LABEL_VALUE,
                                        carrier.ref(),
                                        fault.key,
                                        fault.shown(),
                                        fault.problem,
                                        fault.consequence,
                                        fault.help),
                                Spot.of(carrier.labels().place(fault.key), ""))
                                .stream()));
    }

    private static Stream<Fault> faults(Subject subject, Target carrier) {
        Labels labels = carrier.labels();
        boolean named = labels.get(IstioLabels.USE_WAYPOINT)
                .filter(name -> !name.equals(IstioLabels.NO_WAYPOINT))
                .isPresent();
        IstioVersion version = subject.view().istioVersion();
        return Stream.of(
                        waypoint(labels, IstioLabels.USE_WAYPOINT, BYPASS),
                        namespace(labels, IstioLabels.USE_WAYPOINT_NAMESPACE).filter(fault -> named),
                        waypoint(labels, IstioLabels.USE_WAYPOINT_CANARY, NO_CANARY)
                                .filter(fault -> version.hasCanaries() && !fault.value.isEmpty()),
                        ingress(labels).filter(fault -> !isTruth(fault.value, version)),
                        mode(labels))
                .flatMap(Optional::stream);
    }

    /** Whether istiod takes it for a truth value (Go's {@code strconv.ParseBool}, and before 1.30 its words alone). */
    static boolean isTruth(String value, IstioVersion version) {
        return version.isAtLeast(IstioVersion.PARSED_BOOLEANS)
                ? TRUTHS.contains(value)
                : value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    private static Optional<Fault> waypoint(Labels labels, String key, String consequence) {
        return labels.get(key)
                .filter(value -> !Names.isName(value))
                .map(value -> new Fault(key, value, "names no waypoint", consequence, help(key, value)));
    }

    private static String help(String key, String value) {
        String word = value.toLowerCase(Locale.ROOT);
        int slash = value.indexOf('/');
        if (word.equals(IstioLabels.NO_WAYPOINT) || word.equals("#" + IstioLabels.NO_WAYPOINT)) {
            return "write `" + key + ": none`, in lower case, to opt out";
        }
        if (slash > 0 && Names.isName(value.substring(0, slash)) && Names.isName(value.substring(slash + 1))) {
            return "write `" + key + ": " + value.substring(slash + 1) + "` and beside it `" + key + "-namespace: "
                    + value.substring(0, slash) + "`";
        }
        return value.isEmpty()
                ? "write the name of a Gateway, or take the label away"
                : "write the name of a Gateway: lower case letters, digits, `-` and `.`";
    }

    private static Optional<Fault> namespace(Labels labels, String key) {
        return labels.get(key)
                .filter(value -> !Names.isName(value))
                .map(value -> new Fault(
                        key,
                        value,
                        "names no namespace",
                        "istiod looks for the waypoint there and finds none: traffic goes direct, past every waypoint "
                                + "and its L7 policies",
                        "write the namespace of the Gateway, or take the label away if that is the object's own"));
    }

    private static Optional<Fault> ingress(Labels labels) {
        return labels.get(IstioLabels.INGRESS_USE_WAYPOINT)
                .map(value -> new Fault(
                        IstioLabels.INGRESS_USE_WAYPOINT,
                        value,
                        "is no truth value",
                        "istiod reads it as false: calls from ingress gateways go direct, past the waypoint and its L7 "
                                + "policies",
                        "write `\"true\"`; which waypoint it is, `istio.io/use-waypoint` says"));
    }

    private static Optional<Fault> mode(Labels labels) {
        return labels.get(IstioLabels.DATAPLANE_MODE)
                .filter(value -> Ambient.isNonsense(labels))
                .map(value -> new Fault(
                        IstioLabels.DATAPLANE_MODE,
                        value,
                        "is no mode of the mesh",
                        "nothing reads it: the pods stay outside of the ambient mesh, and their own calls go past every "
                                + "waypoint",
                        "write `ambient`, or `none` to leave pods out"));
    }
}
