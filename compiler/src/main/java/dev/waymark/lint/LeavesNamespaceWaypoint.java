package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Once;
import dev.waymark.routing.Route;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2005: an object that has a waypoint of its own, where that of its namespace would take it too. */
final class LeavesNamespaceWaypoint implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.enrolled()
                .filter(enrolled -> !enrolled.isNamespace())
                .filter(enrolled -> enrolled.route().waypoint().isPresent())
                .flatMap(enrolled -> find(subject, enrolled).stream())
                .filter(Once.per(Diagnostic::span));
    }

    private static Optional<Diagnostic> find(Subject subject, Enrolled enrolled) {
        return subject.namespace(enrolled.object().namespace())
                .map(namespace ->
                        subject.routing().resolve(namespace, enrolled.route().traffic()))
                .filter(inherited -> inherited.waypoint().isPresent())
                .filter(inherited ->
                        !inherited.waypoint().equals(enrolled.route().waypoint()))
                .flatMap(inherited -> describe(subject, enrolled, inherited));
    }

    private static Optional<Diagnostic> describe(Subject subject, Enrolled enrolled, Route inherited) {
        return Spot.put(
                subject,
                Diagnostic.of(
                        Code.OVERRIDES_NAMESPACE,
                        enrolled.object(),
                        enrolled.wanted(),
                        inherited.waypoint().orElseThrow()),
                Spot.of(Optional.of(enrolled.label()), ""),
                Spot.of(inherited.label().flatMap(Route.Decision::at), "sends the rest of the namespace there"));
    }
}
