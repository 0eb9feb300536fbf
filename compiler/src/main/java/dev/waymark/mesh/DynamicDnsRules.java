package dev.waymark.mesh;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.ExternalIntent;
import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.intent.Text;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.IstioVersion;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes with {@code DYNAMIC_DNS}; versions that do not know it are the matter of {@link Hosts}. */
final class DynamicDnsRules {
    private static final String TYPE = " for resolution type DYNAMIC_DNS";

    private DynamicDnsRules() {}

    static Stream<Diagnostic> find(External external) {
        if (external.resolution() != Resolution.DYNAMIC_DNS) {
            return Stream.empty();
        }
        Stream<Diagnostic> hosts = exactHosts(external.intent());
        return external.istioVersion().isAtLeast(IstioVersion.DYNAMIC_DNS)
                ? Stream.of(hosts, addresses(external), endpoints(external), protocols(external), location(external))
                        .flatMap(found -> found)
                : hosts;
    }

    private static Stream<Diagnostic> exactHosts(ExternalIntent external) {
        List<Text> exact = external.hosts().stream()
                .filter(host -> !Hosts.isWildcard(host))
                .toList();
        return exact.stream()
                .limit(1)
                .map(first -> Refusal.webhook(
                                "DYNAMIC_DNS is for wildcards only, and `" + first + "` is an exact host",
                                "host must be wildcarded for resolution mode DYNAMIC_DNS",
                                "declare an external of its own for exact hosts, without `resolution`: DNS is the "
                                        + "default")
                        .at(first.span())
                        .andEach(exact.stream().skip(1).map(Text::span).toList(), "so is this one"));
    }

    private static Stream<Diagnostic> addresses(External external) {
        return external.intent().addresses().stream()
                .limit(1)
                .map(first -> without(
                        external,
                        Refusal.webhook(
                                "DYNAMIC_DNS takes no addresses",
                                "addresses cannot be set" + TYPE
                                        + ". HTTP route domains will only be generatedfrom the hosts field values",
                                "remove `addresses`: istiod allocates one"),
                        first.span()));
    }

    private static Stream<Diagnostic> endpoints(External external) {
        return external.intent().endpoints().stream()
                .limit(1)
                .map(first -> without(
                        external,
                        Refusal.webhook(
                                "DYNAMIC_DNS takes no endpoints",
                                "endpoints cannot be set" + TYPE
                                        + ". Destination IP address determined from hostsfield values",
                                "remove `endpoints`, or write `resolution: STATIC`"),
                        first.span()));
    }

    private static Diagnostic without(External external, Diagnostic diagnostic, Span place) {
        return Refusal.withResolution(diagnostic.at(place), external);
    }

    private static Stream<Diagnostic> protocols(External external) {
        List<String> known = external.istioVersion().dynamicProtocols();
        return external.intent().ports().stream()
                .filter(port -> !known.contains(port.protocol()))
                .map(port -> protocol(external.istioVersion(), port));
    }

    private static Diagnostic protocol(IstioVersion version, PortIntent port) {
        return Refusal.webhook(
                        "DYNAMIC_DNS of Istio " + version + " does not take " + port.protocol(),
                        "only " + version.dynamicProtocolsInWords() + TYPE,
                        protocolHelp(port, version.dynamicProtocols()))
                .at(port.span());
    }

    private static String protocolHelp(PortIntent port, List<String> known) {
        if (port.protocol().equals("HTTPS") && known.contains("TLS")) {
            return "write `protocol: TLS`";
        }
        return known.size() == 1 ? "write `protocol: " + known.get(0) + "`" : "use one of " + String.join(", ", known);
    }

    private static Stream<Diagnostic> location(External external) {
        Optional<Text> location = external.intent().location();
        if (external.isOutside() || location.isEmpty()) {
            return Stream.empty();
        }
        if (!external.istioVersion().isAtLeast(IstioVersion.INTERNAL_DYNAMIC_DNS)) {
            return Stream.of(Refusal.webhook(
                            "DYNAMIC_DNS of Istio " + external.istioVersion() + " is for hosts outside of the mesh",
                            "location must be MESH_EXTERNAL" + TYPE,
                            "remove `location`")
                    .at(location.get().span()));
        }
        return hasOwnWaypoint(external)
                ? Stream.of(Refusal.webhook(
                                "a waypoint does not take hosts of the mesh with DYNAMIC_DNS",
                                "location MESH_INTERNAL with resolution type DYNAMIC_DNS is not supported when using "
                                        + "waypoints",
                                "remove `location`, or take the external out of its waypoint")
                        .at(location.get().span()))
                : Stream.empty();
    }

    /** As in istio {@code validation.go:usesWaypoint}: the label of its namespace does not count. */
    private static boolean hasOwnWaypoint(External external) {
        String waypoint = external.labels().getOrDefault(IstioLabels.USE_WAYPOINT, "");
        return !waypoint.isEmpty() && !waypoint.equalsIgnoreCase("none");
    }
}
