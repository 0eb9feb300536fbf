package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ExternalIntent;
import dev.waymark.intent.Text;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.Set;

/** How the hosts of an external are resolved to addresses. */
final class Hosts {
    private static final String DNS = "DNS";
    private static final String DYNAMIC_DNS = "DYNAMIC_DNS";
    private static final Set<String> ONE_NAME = Set.of(DNS, "DNS_ROUND_ROBIN");

    private Hosts() {}

    /** The stated resolution, or DNS; for a wildcard it must be stated, and must be one that can have wildcards. */
    static String resolution(ExternalIntent external, IstioVersion version, DiagnosticLog log) {
        String resolution = external.resolution().map(Text::value).orElse(DNS);
        Optional<Text> wildcard = external.hosts().stream()
                .filter(host -> host.value().startsWith("*"))
                .findFirst();
        wildcard.ifPresent(host -> check(external, host, resolution, version, log));
        return resolution;
    }

    private static void check(
            ExternalIntent external, Text host, String resolution, IstioVersion version, DiagnosticLog log) {
        boolean tooNew = resolution.equals(DYNAMIC_DNS) && !version.isAtLeast(IstioVersion.DYNAMIC_DNS);
        if (ONE_NAME.contains(resolution) || tooNew) {
            Span place = external.resolution().map(Text::span).orElse(host.span());
            String resolver = tooNew
                    ? "DYNAMIC_DNS before Istio " + IstioVersion.DYNAMIC_DNS + ", and the mesh is " + version
                    : resolution + (external.resolution().isPresent() ? "" : ", which is the default");
            Diagnostic diagnostic = Diagnostic.of(Code.WILDCARD_HOST, host, resolver, alternatives(version));
            log.add(
                    place.equals(host.span())
                            ? diagnostic.at(place)
                            : diagnostic.at(place, "stated here").and(host.span(), "the wildcard"));
        }
    }

    private static String alternatives(IstioVersion version) {
        String dynamic = version.isAtLeast(IstioVersion.DYNAMIC_DNS)
                ? "write `resolution: DYNAMIC_DNS` (Istio " + version + ": ports of "
                        + String.join(", ", version.dynamicProtocols()) + "), or "
                : "";
        return dynamic + "list the exact hosts; `resolution: NONE` passes calls on unresolved, past any waypoint";
    }
}
