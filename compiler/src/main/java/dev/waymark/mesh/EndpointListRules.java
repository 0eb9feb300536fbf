package dev.waymark.mesh;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.ExternalIntent.EndpointIntent;
import java.util.List;
import java.util.stream.Stream;

/** How many endpoints a resolution takes; of DYNAMIC_DNS {@link DynamicDnsRules} know. */
final class EndpointListRules {
    private EndpointListRules() {}

    static Stream<Diagnostic> find(External external) {
        List<EndpointIntent> endpoints = external.intent().endpoints();
        if (external.resolution() == Resolution.NONE && !endpoints.isEmpty()) {
            return Stream.of(tooMany(
                    external,
                    endpoints.get(0),
                    Refusal.webhook(
                            "resolution NONE takes no endpoints",
                            "no endpoints should be provided for resolution type none",
                            "write `resolution: STATIC`, or remove `endpoints`: NONE dials what the client dialled")));
        }
        if (external.resolution() == Resolution.DNS_ROUND_ROBIN && endpoints.size() > 1) {
            return Stream.of(tooMany(
                    external,
                    endpoints.get(1),
                    Refusal.webhook(
                            "resolution DNS_ROUND_ROBIN takes one endpoint at most",
                            "there must only be 0 or 1 endpoint for resolution mode DNS_ROUND_ROBIN",
                            "write `resolution: DNS`, or keep one of them")));
        }
        return Stream.empty();
    }

    private static Diagnostic tooMany(External external, EndpointIntent first, Diagnostic diagnostic) {
        return Refusal.withResolution(diagnostic.at(first.span()), external);
    }
}
