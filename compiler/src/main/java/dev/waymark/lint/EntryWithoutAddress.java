package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.IpSyntax;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.IstioVersion;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.ServiceEntryView;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WM3004 of entries that are not ours: one that goes through a waypoint, and whose hosts can have no address by which
 * ztunnel would know them (istio {@code ambient/services.go:constructServiceEntries}).
 */
final class EntryWithoutAddress implements Rule {
    private static final String DYNAMIC = "DYNAMIC_DNS";

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return Entries.of(subject)
                .filter(subject::isExisting)
                .flatMap(entry ->
                        subject.route(entry.ref()).stream().flatMap(route -> find(subject, entry, route).stream()));
    }

    private static Optional<Diagnostic> find(Subject subject, ServiceEntryView entry, Route route) {
        if (route.reason() == Reason.ACCEPTED) {
            return entry.addresses().isEmpty() ? unallocated(subject, entry, route) : Optional.empty();
        }
        return isUnpublished(subject, entry, route)
                ? put(
                        subject,
                        bypass(
                                entry,
                                "Istio " + subject.view().istioVersion()
                                        + " publishes no entry with a range of addresses",
                                "list the addresses one by one, or run Istio 1.30 or later"),
                        entry.labels().place(IstioLabels.USE_WAYPOINT),
                        Optional.empty())
                : Optional.empty();
    }

    private static boolean isUnpublished(Subject subject, ServiceEntryView entry, Route route) {
        return !subject.view().istioVersion().isAtLeast(IstioVersion.ADDRESS_RANGES)
                && route.reason() == Reason.NOT_ENROLLED
                && entry.wanted().isPresent()
                && entry.addresses().stream().anyMatch(IpSyntax::isWide);
    }

    private static Optional<Diagnostic> unallocated(Subject subject, ServiceEntryView entry, Route route) {
        Optional<Span> label = route.label().flatMap(Route.Decision::at);
        if (entry.resolution().equals("NONE")) {
            Diagnostic none = bypass(
                    entry,
                    "it has no addresses, and with resolution NONE none is allocated",
                    "list `addresses`, or let hosts be resolved: exact ones by DNS, wildcards by DYNAMIC_DNS");
            return put(subject, none, Entries.resolution(subject, entry), label);
        }
        boolean off = entry.labels()
                .get(IstioLabels.ALLOCATE_ADDRESS)
                .filter("false"::equalsIgnoreCase)
                .isPresent();
        if (off) {
            Diagnostic switchedOff = bypass(
                    entry,
                    "it has no addresses, and a label switches off that one is allocated",
                    "list `addresses`, or remove the label");
            return put(subject, switchedOff, entry.labels().place(IstioLabels.ALLOCATE_ADDRESS), label);
        }
        return wildcard(subject, entry, label);
    }

    private static Optional<Diagnostic> wildcard(Subject subject, ServiceEntryView entry, Optional<Span> label) {
        return entry.hosts().stream()
                .filter(host -> host.startsWith("*") && !entry.resolution().equals(DYNAMIC))
                .findFirst()
                .flatMap(host -> put(
                        subject,
                        bypass(
                                entry,
                                "a wildcard such as `" + host + "` gets an address with DYNAMIC_DNS only",
                                "write `resolution: DYNAMIC_DNS`, or list exact hosts or `addresses`"),
                        Entries.host(subject, entry, host),
                        label));
    }

    private static Diagnostic bypass(ServiceEntryView entry, String reason, String help) {
        return Diagnostic.of(
                Code.EXTERNAL_BYPASSES_WAYPOINT,
                "calls to " + entry.ref() + " bypass its waypoint: " + reason,
                "ztunnel knows hosts by their addresses: calls go straight to the host, past every L7 policy",
                help);
    }

    private static Optional<Diagnostic> put(
            Subject subject, Diagnostic diagnostic, Optional<Span> cause, Optional<Span> label) {
        return Spot.put(subject, diagnostic, Spot.of(cause, ""), Spot.of(label, "enrolled here"));
    }
}
