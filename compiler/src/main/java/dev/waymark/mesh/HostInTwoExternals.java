package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.Severity;
import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.intent.Text;
import dev.waymark.kube.ObjectName;
import dev.waymark.mesh.Declarations.DeclaredExternal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * WM3002: a host in two externals, whatever their namespaces. The data plane knows a host by one entry, the oldest
 * (istio {@code ambient/services.go:selectWorkloadServices}). With a port in common that is an error; with other ports
 * only those of the younger one are lost, which is a warning.
 */
final class HostInTwoExternals {
    /** A host as an external writes it. */
    private record Use(DeclaredExternal external, Text host) {
        ObjectName name() {
            return external.name();
        }
    }

    /** Who used a host first, and who used it first with a port. */
    private final Map<String, Use> firsts = new HashMap<>();

    private HostInTwoExternals() {}

    static void check(Collection<DeclaredExternal> externals, DiagnosticLog log) {
        HostInTwoExternals hosts = new HostInTwoExternals();
        externals.stream()
                .sorted(Comparator.comparing(
                        external -> external.intent().name().span()))
                .forEach(external -> log.addAll(hosts.add(external)));
    }

    /** One message for each earlier external, however many hosts and ports the two share. */
    private Collection<Diagnostic> add(DeclaredExternal external) {
        Map<ObjectName, Diagnostic> shared = new LinkedHashMap<>();
        Map<ObjectName, Diagnostic> sharedApartFromPorts = new LinkedHashMap<>();
        for (Text host : external.intent().hosts()) {
            Use use = new Use(external, host);
            for (PortIntent port : external.intent().ports()) {
                earlier(use, ":" + port.number())
                        .ifPresent(first -> shared.putIfAbsent(
                                first.name(), describe(first, use, ", port " + port.number() + ",")));
            }
            earlier(use, "")
                    .ifPresent(first -> sharedApartFromPorts.putIfAbsent(
                            first.name(),
                            describe(first, use, ", with other ports,").as(Severity.WARNING)));
        }
        return shared.isEmpty() ? sharedApartFromPorts.values() : shared.values();
    }

    private Optional<Use> earlier(Use use, String port) {
        Use first = firsts.putIfAbsent(Hosts.normal(use.host()) + port, use);
        return Optional.ofNullable(first).filter(other -> !other.name().equals(use.name()));
    }

    private static Diagnostic describe(Use first, Use again, String port) {
        return Diagnostic.of(Code.DUPLICATE_HOST, "`" + again.host() + "`" + port, first.name(), again.name())
                .at(again.host().span(), "in " + again.name())
                .and(first.host().span(), "in " + first.name());
    }
}
