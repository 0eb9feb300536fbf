package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.ObjectId;
import dev.waymark.kube.ObjectName;
import dev.waymark.policy.Identity;
import dev.waymark.policy.Policy;
import dev.waymark.policy.ZtunnelPolicy;
import dev.waymark.policy.ZtunnelPolicy.Action;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Route;
import dev.waymark.routing.ServiceView;
import dev.waymark.routing.WorkloadView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for workloads whose ALLOW policies, taken together, do not let in a waypoint before them, and for DENY policies
 * that keep it out since they make no exception of it.
 */
final class CallerSearch {
    private final Subject subject;
    private final MeshView view;
    private final String root;
    private final Proxies proxies;
    private final Map<String, List<ZtunnelPolicy>> sent = new HashMap<>();
    private final Map<String, List<ServiceView>> services = new HashMap<>();

    /** A policy that keeps a waypoint out; the rest is told once. */
    private record Fault(ObjectId policy, ObjectName waypoint) {}

    CallerSearch(Subject subject) {
        this.subject = subject;
        this.view = subject.view();
        this.root = view.config().rootNamespace();
        this.proxies = new Proxies(view);
        subject.policies()
                .taken()
                .filter(policy -> policy.type() == Policy.Type.AUTHORIZATION)
                .forEach(this::add);
        view.targets().values().stream()
                .filter(ServiceView.class::isInstance)
                .map(ServiceView.class::cast)
                .filter(service -> !service.selector().isEmpty() && isBound(service))
                .forEach(service -> services.computeIfAbsent(service.ref().namespace(), name -> new ArrayList<>())
                        .add(service));
    }

    private boolean isBound(ServiceView service) {
        return subject.route(service.ref()).flatMap(Route::waypoint).isPresent();
    }

    private void add(Policy policy) {
        ZtunnelPolicy.of(policy, root)
                .ifPresent(found -> sent.computeIfAbsent(policy.namespace(), name -> new ArrayList<>())
                        .add(found));
    }

    /** A policy that keeps a waypoint out is told of once, with one of the workloads. */
    Stream<Diagnostic> find() {
        Map<Fault, Diagnostic> found = new LinkedHashMap<>();
        denials()
                .forEach(denial -> found.putIfAbsent(
                        new Fault(denial.closed().policy().id(), denial.waypoint()), describe(denial)));
        return found.values().stream();
    }

    /** All that are kept out, workload by workload. */
    Stream<Denial> denials() {
        return view.targets().values().stream()
                .filter(WorkloadView.class::isInstance)
                .map(WorkloadView.class::cast)
                .filter(proxies::isAmbient)
                .flatMap(this::denials);
    }

    /** The policies on a workload, those first that were written for it. */
    private List<ZtunnelPolicy> policies(WorkloadView workload) {
        return Stream.of(workload.ref().namespace(), root)
                .distinct()
                .flatMap(namespace -> sent.getOrDefault(namespace, List.of()).stream())
                .filter(found -> found.policy().selects(workload, root))
                .sorted(Comparator.comparing(ZtunnelPolicy::scope).reversed())
                .toList();
    }

    private Stream<Denial> denials(WorkloadView workload) {
        List<ZtunnelPolicy> policies = policies(workload);
        return policies.isEmpty()
                ? Stream.empty()
                : waypoints(workload).stream().flatMap(waypoint -> {
                    Identity identity = Identity.ofWaypoint(waypoint, subject.inventory(), view);
                    return keepingOut(policies, identity)
                            .map(closed -> new Denial(closed, waypoint, workload, identity.principal()));
                });
    }

    /** What ztunnel loses of a policy has a message of its own, which comes first. */
    private static Stream<ZtunnelPolicy> keepingOut(List<ZtunnelPolicy> policies, Identity identity) {
        List<ZtunnelPolicy> allowing = policies.stream()
                .filter(found -> found.action() == Action.ALLOW)
                .toList();
        boolean open = allowing.stream()
                .anyMatch(found -> found.mayMatch(identity) || !found.lost().isEmpty());
        return Stream.concat(
                policies.stream()
                        .filter(found ->
                                found.action() == Action.DENY && found.lost().isEmpty() && found.leavesOut(identity)),
                allowing.stream().limit(open ? 0 : 1));
    }

    private static Diagnostic describe(Denial denial) {
        ZtunnelPolicy closed = denial.closed();
        WorkloadView workload = denial.workload();
        String principal = denial.principal();
        Policy policy = closed.policy();
        Diagnostic described = Diagnostic.of(
                        Code.CALLER_IDENTITY, policy.id(), denial.waypoint(), workload.ref(), principal)
                .at(policy.span(), "does not name the waypoint");
        Diagnostic diagnostic = closed.action() == Action.ALLOW
                ? described
                : described.help("except `" + principal
                        + "` there, under `notPrincipals`, and say who may call in a policy that targets the Service");
        return workload.span()
                .map(place -> diagnostic.and(place, "holds for these pods"))
                .orElse(diagnostic);
    }

    /** Those through which traffic comes: of the services that select its pods, and of the pods themselves. */
    private Set<ObjectName> waypoints(WorkloadView workload) {
        Set<ObjectName> waypoints = new TreeSet<>();
        subject.route(workload.ref()).ifPresent(route -> addRoute(waypoints, route));
        services.getOrDefault(workload.ref().namespace(), List.of()).stream()
                .filter(service -> workload.labels()
                        .values()
                        .entrySet()
                        .containsAll(service.selector().entrySet()))
                .flatMap(service -> subject.route(service.ref()).stream())
                .forEach(route -> addRoute(waypoints, route));
        return waypoints;
    }

    /** A canary stands beside a waypoint only. */
    private static void addRoute(Set<ObjectName> waypoints, Route route) {
        route.waypoint().ifPresent(waypoints::add);
        route.canary()
                .filter(canary -> canary.weight().isPresent())
                .ifPresent(canary -> waypoints.add(canary.waypoint()));
    }
}
