package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ExternalIntent;
import dev.waymark.intent.ExternalIntent.EndpointIntent;
import dev.waymark.intent.MetadataIntent;
import dev.waymark.intent.Setting;
import dev.waymark.intent.WaypointIntent;
import dev.waymark.kube.IstioLabels;
import java.util.List;

/** Labels and annotations that an author cannot set on what is ours, since they are written, or would break what is. */
final class ReservedMetadata {
    static final String IDENTITY = "policies that name the waypoint's service account would no longer match";
    private static final String REMOVE = "remove it";

    private enum On {
        LABEL,
        ANNOTATION,
        INFRASTRUCTURE_LABEL,
        INFRASTRUCTURE_ANNOTATION,
        EXTERNAL_LABEL,
        ENDPOINT_LABEL
    }

    /** @param key a whole key, or with a trailing {@code /} all keys of a prefix */
    private record Reserved(String key, List<On> places, String reason, String consequence, String help) {
        boolean holds(String other) {
            return key.endsWith("/") ? other.startsWith(key) : other.equals(key);
        }
    }

    private static final List<On> IDENTITY_PLACES =
            List.of(On.ANNOTATION, On.INFRASTRUCTURE_LABEL, On.INFRASTRUCTURE_ANNOTATION);

    private static final List<On> EXTERNAL_PLACES = List.of(On.EXTERNAL_LABEL, On.ENDPOINT_LABEL);

    private static final String DERIVED = "it is derived from who uses which waypoint";
    private static final String BOUND_BY_HAND =
            "nobody would check that the waypoint exists and lets it in, and " + "where it does not, calls bypass it";

    private static final List<Reserved> RESERVED = List.of(
            new Reserved(
                    IstioLabels.WAYPOINT_FOR,
                    List.of(On.LABEL),
                    "it is derived from the consumers",
                    "a wrong traffic type leaves traffic unbound, and it bypasses the waypoint",
                    "remove it, or write `for` on the waypoint"),
            new Reserved(
                    IstioLabels.REVISION,
                    List.of(On.LABEL),
                    "it is written from `revision`",
                    "a Gateway of a revision that no istiod serves never becomes ready",
                    "write `revision` on the waypoint instead"),
            new Reserved(
                    IstioLabels.GLOBAL,
                    List.of(On.INFRASTRUCTURE_LABEL),
                    "it is written from `global`",
                    "its services would stay local, and calls from other clusters would miss it",
                    "write `global: true` on the waypoint instead"),
            new Reserved(
                    "app.kubernetes.io/managed-by",
                    List.of(On.INFRASTRUCTURE_LABEL),
                    "Waymark writes it",
                    "without it istiod copies the tracking labels of the delivery tool onto its own objects",
                    REMOVE),
            new Reserved(
                    IstioLabels.GLOBAL,
                    List.of(On.INFRASTRUCTURE_LABEL),
                    "it is written from `global`",
                    "the services behind the waypoint would be in one cluster, and the waypoint in all of them",
                    "remove it, or write `global` on the waypoint"),
            new Reserved(
                    "waymark.dev/",
                    List.of(On.values()),
                    "keys of this prefix are Waymark's",
                    "they say which unit an object belongs to",
                    REMOVE),
            new Reserved(
                    "gateway.istio.io/service-account",
                    IDENTITY_PLACES,
                    "it changes the waypoint's identity",
                    IDENTITY,
                    REMOVE),
            new Reserved(
                    "gateway.istio.io/name-override",
                    IDENTITY_PLACES,
                    "it changes the waypoint's identity",
                    IDENTITY,
                    "remove it, and give the waypoint the name that it should have"),
            new Reserved(
                    "gateway.networking.k8s.io/",
                    List.of(On.INFRASTRUCTURE_LABEL, On.INFRASTRUCTURE_ANNOTATION),
                    "istiod drops keys of this prefix",
                    "it would be accepted and do nothing",
                    REMOVE),
            new Reserved(
                    IstioLabels.USE_WAYPOINT,
                    EXTERNAL_PLACES,
                    DERIVED,
                    BOUND_BY_HAND,
                    "list the external under `consumers` of the waypoint, or under `optOuts`"),
            new Reserved(
                    IstioLabels.USE_WAYPOINT_NAMESPACE,
                    EXTERNAL_PLACES,
                    DERIVED,
                    BOUND_BY_HAND,
                    "list the external under `consumers` of the waypoint"),
            new Reserved(
                    "istio.io/use-waypoint-canary",
                    EXTERNAL_PLACES,
                    DERIVED,
                    BOUND_BY_HAND,
                    "write `canary` on the waypoint"),
            new Reserved(
                    "istio.io/use-waypoint-canary-namespace",
                    EXTERNAL_PLACES,
                    DERIVED,
                    BOUND_BY_HAND,
                    "write `canary` on the waypoint"),
            new Reserved(
                    "istio.io/ingress-use-waypoint",
                    EXTERNAL_PLACES,
                    "it is written from `ingress`",
                    "without a waypoint it does nothing, and with one the consumer entry would not say it",
                    "write `ingress` on the waypoint or on its consumer"),
            new Reserved(
                    IstioLabels.DATAPLANE_MODE,
                    EXTERNAL_PLACES,
                    "it is for namespaces and pods",
                    "it would be accepted and do nothing",
                    "remove it, or write `dataplaneMode` under `namespaces`"));

    private ReservedMetadata() {}

    static void check(WaypointIntent waypoint, DiagnosticLog log) {
        check(waypoint.metadata(), On.LABEL, On.ANNOTATION, log);
        check(waypoint.infrastructure(), On.INFRASTRUCTURE_LABEL, On.INFRASTRUCTURE_ANNOTATION, log);
    }

    static void check(ExternalIntent external, DiagnosticLog log) {
        external.labels().forEach(setting -> check(setting, "label", On.EXTERNAL_LABEL, log));
        for (EndpointIntent endpoint : external.endpoints()) {
            endpoint.labels().forEach(setting -> check(setting, "label", On.ENDPOINT_LABEL, log));
        }
    }

    private static void check(MetadataIntent metadata, On labels, On annotations, DiagnosticLog log) {
        metadata.labels().forEach(setting -> check(setting, "label", labels, log));
        metadata.annotations().forEach(setting -> check(setting, "annotation", annotations, log));
    }

    private static void check(Setting setting, String word, On place, DiagnosticLog log) {
        String key = setting.key().value();
        RESERVED.stream()
                .filter(reserved -> reserved.places().contains(place) && reserved.holds(key))
                .map(found -> Diagnostic.of(
                        Code.RESERVED_METADATA, word, key, found.reason(), found.consequence(), found.help()))
                .map(diagnostic -> diagnostic.at(setting.key().span()))
                .forEach(log::add);
    }
}
