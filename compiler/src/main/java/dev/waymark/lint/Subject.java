package dev.waymark.lint;

import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.policy.Attachment;
import dev.waymark.policy.Binding;
import dev.waymark.policy.Policy;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Route;
import dev.waymark.routing.Routing;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import dev.waymark.routing.WorkloadView;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mesh that is judged, with what several rules ask of it. */
public final class Subject {
    private final Routing routing;
    private final Inventory inventory;
    private final Predicate<Span> judged;
    private final Set<ObjectName> declared;
    private final List<Route> routes;
    private final Map<ObjectRef, Route> routesByTarget;
    private final Map<String, List<Target>> targets;
    private final List<Enrolled> enrolled;
    private final Policies policies;

    /** Manifests that nobody's intents describe: all of them are judged. */
    public Subject(Routing routing, Inventory inventory) {
        this(routing, inventory, place -> true, Set.of());
    }

    /**
     * What a compilation makes of a mesh.
     *
     * @param judged which places may be complained of: what others wrote is not judged
     * @param declared the waypoints of the intents, of which everything is known but the labels of namespaces
     */
    public Subject(Routing routing, Inventory inventory, Predicate<Span> judged, Set<ObjectName> declared) {
        this.routing = routing;
        this.inventory = inventory;
        this.judged = judged;
        this.declared = declared;
        this.routes = routing.routes().toList();
        List<Enrolled> labelled = new ArrayList<>();
        this.routesByTarget = routes.stream()
                .collect(Collectors.toMap(Route::target, route -> route, (first, again) -> first, HashMap::new));
        this.targets = view().targets().values().stream()
                .collect(Collectors.groupingBy(target -> target.ref().namespace(), HashMap::new, Collectors.toList()));
        carriers().forEach(target -> enrolled(target).ifPresent(labelled::add));
        this.enrolled = Collections.unmodifiableList(labelled);
        this.policies = Policies.of(inventory, judged);
    }

    private Optional<Enrolled> enrolled(Target carrier) {
        Optional<Span> label = carrier.labels().place(IstioLabels.USE_WAYPOINT).filter(judged);
        return label.flatMap(
                place -> carrier.wanted().map(waypoint -> new Enrolled(carrier, waypoint, place, service(carrier))));
    }

    /** The route of a target, or that to the services of a Namespace. */
    private Route service(Target carrier) {
        return carrier instanceof NamespaceView
                ? routing.resolve(carrier, Traffic.SERVICE)
                : route(carrier.ref()).orElseThrow();
    }

    Routing routing() {
        return routing;
    }

    MeshView view() {
        return routing.view();
    }

    Inventory inventory() {
        return inventory;
    }

    /** Whether a waypoint is one of the intents that are compiled; what it takes was held against its consumers before. */
    boolean isDeclared(ObjectName waypoint) {
        return declared.contains(waypoint);
    }

    /** Whether a place may be complained of. */
    boolean judges(Span place) {
        return judged.test(place);
    }

    boolean judges(Optional<Span> place) {
        return place.filter(judged).isPresent();
    }

    /** A Namespace, if it is known. */
    Optional<NamespaceView> namespace(String name) {
        return Optional.ofNullable(view().namespaces().get(name));
    }

    /** All that can carry labels of ours: Namespaces, and what traffic is addressed to. */
    Stream<Target> carriers() {
        return Stream.concat(view().namespaces().values().stream(), view().targets().values().stream());
    }

    Policies policies() {
        return policies;
    }

    /** What comes of all targets of the policies that exist. */
    Stream<Binding> bindings() {
        Attachment attachment = new Attachment(routing);
        return policies.taken().flatMap(attachment::bind);
    }

    /** The workloads that a policy holds for. */
    Stream<WorkloadView> selected(Policy policy) {
        String root = view().config().rootNamespace();
        Stream<Target> scope =
                policy.namespace().equals(root) ? view().targets().values().stream() : in(policy.namespace());
        return workloads(scope).filter(workload -> policy.selects(workload, root));
    }

    /** The workloads of a namespace. */
    Stream<WorkloadView> workloads(String namespace) {
        return workloads(in(namespace));
    }

    private static Stream<WorkloadView> workloads(Stream<Target> targets) {
        return targets.filter(WorkloadView.class::isInstance).map(WorkloadView.class::cast);
    }

    /** What traffic can be addressed to in a namespace. */
    Stream<Target> in(String namespace) {
        return targets.getOrDefault(namespace, List.of()).stream();
    }

    Optional<Route> route(ObjectRef target) {
        return Optional.ofNullable(routesByTarget.get(target));
    }

    /** Whether an object is as the inventory shows it, and none of ours stands in its place. */
    boolean isExisting(Target target) {
        return inventory
                .find(target.ref())
                .filter(found -> target.span().filter(found.span()::equals).isPresent())
                .isPresent();
    }

    boolean isExisting(GatewayView gateway) {
        return gateway.span()
                .equals(Optional.ofNullable(inventory.gateways().get(gateway.name()))
                        .flatMap(GatewayView::span));
    }

    /** The routes to all targets. */
    List<Route> routes() {
        return routes;
    }

    /** All that name a waypoint by a label of their own. */
    Stream<Enrolled> enrolled() {
        return enrolled.stream();
    }
}
