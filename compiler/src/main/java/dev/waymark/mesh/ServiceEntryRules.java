package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.Severity;
import dev.waymark.intent.ExternalIntent;
import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.intent.Text;
import dev.waymark.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * WM3001: what Istio's webhook refuses in a ServiceEntry (istio {@code pkg/config/validation/validation.go:
 * ValidateServiceEntry}), as far as the schema cannot say it. The rules for wildcards are those of {@link Hosts}.
 */
record ServiceEntryRules(ExternalIntent external, String resolution, IstioVersion version) {
    private static final String NONE = "NONE";
    private static final String DYNAMIC_DNS = "DYNAMIC_DNS";

    /** Protocols that name the host in every connection, so that several hosts can share a port. */
    private static final Set<String> HOST_BEARING = Set.of("HTTP", "HTTP2", "GRPC", "TLS", "HTTPS");

    void check(DiagnosticLog log) {
        checkPorts(log);
        checkSeveralHosts(log);
        if (resolution.equals(DYNAMIC_DNS) && version.isAtLeast(IstioVersion.DYNAMIC_DNS)) {
            checkDynamic(log);
        }
        if (resolution.equals(NONE)) {
            warnOfTcp(log);
        }
    }

    private void checkPorts(DiagnosticLog log) {
        Map<Integer, PortIntent> numbers = new HashMap<>();
        Map<String, PortIntent> names = new HashMap<>();
        for (PortIntent port : external.ports()) {
            PortIntent sameNumber = numbers.putIfAbsent(port.number(), port);
            PortIntent sameName = names.putIfAbsent(port.nameOrDerived(), port);
            if (sameNumber != null) {
                log.add(twice("the port " + port.number(), "service entry port " + port.number(), port, sameNumber));
            } else if (sameName != null) {
                String name = port.nameOrDerived();
                log.add(twice(
                        "the port name `" + name + "`", "service entry port name \"" + name + "\"", port, sameName));
            }
        }
    }

    private static Diagnostic twice(String what, String istio, PortIntent port, PortIntent first) {
        return Diagnostic.of(
                        Code.INVALID_SERVICE_ENTRY,
                        what + " stands twice",
                        istio + " already defined",
                        "keep one of the two")
                .at(port.span(), "stated again")
                .and(first.span(), "stated first");
    }

    private void checkSeveralHosts(DiagnosticLog log) {
        if (external.hosts().size() < 2 || resolution.equals(NONE)) {
            return;
        }
        for (PortIntent port : external.ports()) {
            if (!HOST_BEARING.contains(port.protocol())) {
                log.add(Diagnostic.of(
                                Code.INVALID_SERVICE_ENTRY,
                                "several hosts cannot share the " + port.protocol() + " port " + port.number(),
                                "multiple hosts provided with non-HTTP, non-TLS ports",
                                "declare an external for each host")
                        .at(port.span(), "says nothing of the host")
                        .and(external.hosts().get(1).span(), "the second host"));
                return;
            }
        }
    }

    private void checkDynamic(DiagnosticLog log) {
        for (Text host : external.hosts()) {
            if (!host.value().startsWith("*")) {
                log.add(Diagnostic.of(
                                Code.INVALID_SERVICE_ENTRY,
                                "DYNAMIC_DNS is for wildcards only, and `" + host + "` is an exact host",
                                "host must be wildcarded for resolution mode DYNAMIC_DNS",
                                "leave `resolution` out: exact hosts are resolved by DNS")
                        .at(host.span()));
            }
        }
        List<String> known = version.dynamicProtocols();
        for (PortIntent port : external.ports()) {
            if (!known.contains(port.protocol())) {
                String list = String.join(", ", known);
                log.add(dynamicProtocol(port.protocol(), list, port.span()));
            }
        }
    }

    private Diagnostic dynamicProtocol(String protocol, String known, Span span) {
        String help =
                protocol.equals("HTTPS") && known.contains("TLS") ? "write `protocol: TLS`" : "use one of " + known;
        return Diagnostic.of(
                        Code.INVALID_SERVICE_ENTRY,
                        "DYNAMIC_DNS of Istio " + version + " does not take " + protocol,
                        "only " + known + " protocols are supported for resolution type DYNAMIC_DNS",
                        help)
                .at(span);
    }

    private void warnOfTcp(DiagnosticLog log) {
        for (PortIntent port : external.ports()) {
            if (port.protocol().equals("TCP")) {
                log.add(Diagnostic.of(
                                Code.INVALID_SERVICE_ENTRY,
                                "nothing tells the connections of the TCP port " + port.number() + " from others",
                                "addresses are required for ports serving TCP (or unset) protocol when IP "
                                        + "Autoallocation is not enabled",
                                "leave `resolution` out, so that an address is allocated")
                        .as(Severity.WARNING)
                        .at(port.span()));
            }
        }
    }
}
