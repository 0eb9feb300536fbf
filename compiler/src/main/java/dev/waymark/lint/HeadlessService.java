package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.routing.Route;
import dev.waymark.routing.ServiceView;
import dev.waymark.routing.WorkloadView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WM2006: a waypoint for services, and a Service whose pods are dialled. A note where the Service merely inherits the
 * waypoint, one for each namespace: many have a headless Service beside the one that clients use.
 */
final class HeadlessService implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return ByLabel.of(
                        subject,
                        (service, route) ->
                                service.form() == ServiceView.Form.HEADLESS && !arePodsBound(subject, service))
                .flatMap(group -> describe(subject, group).stream());
    }

    private static boolean arePodsBound(Subject subject, ServiceView service) {
        List<WorkloadView> pods = subject.workloads(service.ref().namespace())
                .filter(workload -> selects(service, workload))
                .toList();
        return !pods.isEmpty()
                && pods.stream()
                        .allMatch(pod -> subject.route(pod.ref())
                                .flatMap(Route::waypoint)
                                .isPresent());
    }

    private static boolean selects(ServiceView service, WorkloadView workload) {
        return !service.selector().isEmpty()
                && workload.labels()
                        .values()
                        .entrySet()
                        .containsAll(service.selector().entrySet());
    }

    private static Optional<Diagnostic> describe(Subject subject, ByLabel group) {
        String are = group.names() + (group.services().size() == 1 ? " is" : " are");
        Diagnostic diagnostic = Diagnostic.of(
                        Code.HEADLESS_SERVICE, are, group.label().wanted().orElseThrow())
                .as(group.isOwn() ? Severity.WARNING : Severity.NOTE);
        List<Spot> spots = new ArrayList<>();
        spots.add(Spot.of(group.label().at(), "enrolled here"));
        group.services().stream()
                .filter(subject::isExisting)
                .limit(Listing.SHOWN)
                .forEach(service -> spots.add(Spot.of(service.span(), "headless")));
        return Spot.put(subject, diagnostic, spots);
    }
}
