package dev.waymark.mesh;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.intent.ExternalIntent;
import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Ports that several hosts share. */
final class SharedPortRules {
    /** Protocols that name the host in every request or connection. */
    private static final Set<String> HOST_BEARING = Set.of("HTTP", "HTTP2", "GRPC", "TLS", "HTTPS");

    /** Those of them that Istio counts as TCP (istio {@code pkg/config/protocol/instance.go:IsTCP}). */
    private static final Set<String> TCP = Set.of("TLS", "HTTPS");

    private SharedPortRules() {}

    static Stream<Diagnostic> find(External external) {
        if (external.intent().hosts().size() < 2 || external.resolution() == Resolution.NONE) {
            return Stream.empty();
        }
        return withoutHost(external).or(() -> withAddress(external)).stream();
    }

    private static Optional<Diagnostic> withoutHost(External external) {
        return external.intent().ports().stream()
                .filter(port -> !HOST_BEARING.contains(port.protocol()))
                .findFirst()
                .map(port -> Refusal.webhook(
                                "several hosts cannot share the " + named(port),
                                "multiple hosts provided with non-HTTP, non-TLS ports",
                                "declare an external for each host")
                        .at(port.span(), "says nothing of the host")
                        .and(secondHost(external.intent()), "the second host"));
    }

    private static Optional<Diagnostic> withAddress(External external) {
        ExternalIntent intent = external.intent();
        if (intent.addresses().isEmpty() || !external.resolution().isDns()) {
            return Optional.empty();
        }
        return intent.ports().stream()
                .filter(port -> TCP.contains(port.protocol()))
                .findFirst()
                .map(port -> Refusal.webhook(
                                "several hosts share one address and the " + named(port),
                                "service entry can not have more than one host specified simultaneously with address "
                                        + "and tcp port",
                                "declare an external for each host, or leave `addresses` out")
                        .as(Severity.WARNING)
                        .at(port.span())
                        .and(intent.addresses().get(0).span(), "the address")
                        .and(secondHost(intent), "the second host"));
    }

    private static String named(PortIntent port) {
        return port.protocol() + " port " + port.number();
    }

    private static Span secondHost(ExternalIntent intent) {
        return intent.hosts().get(1).span();
    }
}
