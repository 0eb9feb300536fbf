package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.Hosts;
import dev.waymark.routing.Route;
import dev.waymark.routing.ServiceEntryView;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WM3002 where one entry of the two is not ours: a host that two entries state (istio {@code
 * ambient/services.go:selectWorkloadServices}). With a port in common that is an error, else a warning.
 */
final class HostInTwoEntries implements Rule {
    /** A host as an entry writes it. */
    private record Use(ServiceEntryView entry, String host) {}

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        Map<String, Use> firsts = new HashMap<>();
        return Entries.of(subject).flatMap(entry -> add(subject, entry, firsts).stream());
    }

    /** One message for each earlier entry, however many hosts and ports the two share. */
    private static Collection<Diagnostic> add(Subject subject, ServiceEntryView entry, Map<String, Use> firsts) {
        Map<ObjectRef, Diagnostic> found = new LinkedHashMap<>();
        Map<ObjectRef, Diagnostic> milder = new LinkedHashMap<>();
        for (String host : entry.hosts()) {
            Use use = new Use(entry, host);
            for (int port : entry.ports()) {
                earlier(subject, firsts, ":" + port, use)
                        .ifPresent(first -> describe(subject, first, use, ", port " + port + ",")
                                .ifPresent(diagnostic -> found.putIfAbsent(first.entry.ref(), diagnostic)));
            }
            earlier(subject, firsts, "", use)
                    .ifPresent(first -> describe(subject, first, use, ", with other ports,")
                            .ifPresent(diagnostic ->
                                    milder.putIfAbsent(first.entry.ref(), diagnostic.as(Severity.WARNING))));
        }
        return found.isEmpty() ? milder.values() : found.values();
    }

    private static Optional<Use> earlier(Subject subject, Map<String, Use> firsts, String port, Use use) {
        Use first = firsts.putIfAbsent(Hosts.normal(use.host) + port, use);
        return Optional.ofNullable(first)
                .filter(other ->
                        !other.entry.ref().equals(use.entry.ref()) && collide(subject, other.entry, use.entry));
    }

    /** Sidecars of two namespaces can each have an entry of their own, as long as no waypoint is in play. */
    private static boolean collide(Subject subject, ServiceEntryView first, ServiceEntryView again) {
        boolean together = first.ref().namespace().equals(again.ref().namespace());
        boolean visible = Entries.isPublic(subject, first) && Entries.isPublic(subject, again);
        boolean enrolled = isEnrolled(subject, first) || isEnrolled(subject, again);
        boolean others = subject.isExisting(first) || subject.isExisting(again);
        return others && (together || visible || enrolled);
    }

    private static boolean isEnrolled(Subject subject, ServiceEntryView entry) {
        return subject.route(entry.ref()).flatMap(Route::waypoint).isPresent();
    }

    private static Optional<Diagnostic> describe(Subject subject, Use first, Use again, String port) {
        ObjectName firstName = name(first.entry);
        ObjectName againName = name(again.entry);
        return Spot.put(
                subject,
                Diagnostic.of(Code.DUPLICATE_HOST, "`" + again.host + "`" + port, firstName, againName),
                Spot.of(Entries.host(subject, again.entry, again.host), "in " + againName),
                Spot.of(Entries.host(subject, first.entry, first.host), "in " + firstName));
    }

    private static ObjectName name(ServiceEntryView entry) {
        return new ObjectName(entry.ref().namespace(), entry.ref().name());
    }
}
