package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.ExternalIntent;
import dev.waymark.intent.Text;
import dev.waymark.kube.IstioLabels;
import dev.waymark.mesh.External;
import dev.waymark.mesh.Hosts;
import dev.waymark.mesh.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Externals whose calls ztunnel cannot tell from others, since it knows hosts by their addresses (istio {@code
 * ambient/services.go:constructServiceEntries}); the first reason counts.
 */
final class Unaddressed {
    private Unaddressed() {}

    static Optional<Diagnostic> find(External external) {
        return Stream.of(unpublished(external), unallocated(external), wildcards(external))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Diagnostic> unpublished(External external) {
        return external.intent().addresses().stream()
                .filter(address -> !external.takes(address.value()))
                .findFirst()
                .map(address -> bypass(
                                external,
                                "Istio " + external.istioVersion() + " publishes no entry with a range of addresses",
                                "list the addresses one by one, or run Istio 1.30 or later")
                        .at(address.span()));
    }

    private static Optional<Diagnostic> unallocated(External external) {
        ExternalIntent intent = external.intent();
        if (external.isAllocated() || !intent.addresses().isEmpty()) {
            return Optional.empty();
        }
        if (external.resolution() == Resolution.NONE) {
            return intent.resolution()
                    .map(stated -> bypass(
                                    external,
                                    "it has no addresses, and with resolution NONE none is allocated",
                                    "list `addresses`, or let hosts be resolved: exact ones by DNS, wildcards by "
                                            + "DYNAMIC_DNS")
                            .at(stated.span()));
        }
        return intent.labels().stream()
                .filter(label -> label.key().value().equals(IstioLabels.ALLOCATE_ADDRESS))
                .findFirst()
                .map(label -> bypass(
                                external,
                                "it has no addresses, and a label switches off that one is allocated",
                                "list `addresses`, or remove the label")
                        .at(label.key().span().to(label.value().span())));
    }

    private static Optional<Diagnostic> wildcards(External external) {
        if (external.resolution() == Resolution.DYNAMIC_DNS
                || !external.intent().addresses().isEmpty()) {
            return Optional.empty();
        }
        List<Text> wildcards =
                external.intent().hosts().stream().filter(Hosts::isWildcard).toList();
        return wildcards.stream()
                .findFirst()
                .map(first -> bypass(
                                external,
                                "a wildcard gets an address with DYNAMIC_DNS only",
                                "write `resolution: DYNAMIC_DNS`, or list exact hosts or `addresses`")
                        .at(first.span())
                        .andEach(wildcards.stream().skip(1).map(Text::span).toList(), "so does this one"));
    }

    private static Diagnostic bypass(External external, String reason, String help) {
        return Diagnostic.of(
                Code.EXTERNAL_BYPASSES_WAYPOINT,
                "calls to the external " + external.name() + " bypass its waypoint: " + reason,
                "ztunnel knows hosts by their addresses: calls go straight to the host, past every L7 policy",
                help);
    }
}
