package dev.waymark.routing;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.Route.Decision;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * istiod's choice of a waypoint (istio {@code pilot/pkg/serviceregistry/ambient/waypoints.go}:
 * fetchWaypointForTarget, fetchWaypointForService, fetchWaypointForWorkload). Each declared Gateway is taken to become
 * ready, which only a cluster could tell.
 */
public final class Routing {
    private static final Set<String> EXEMPT_CONTROLLERS =
            Set.of("istio.io-mesh-controller", "istio.io-eastwest-controller");

    private static final Comparator<Route> ORDER = Comparator.comparing(
                    (Route route) -> route.target().kind().kindName())
            .thenComparing(Route::target)
            .thenComparing(Route::traffic);

    private final MeshView view;
    private final Set<String> waypointNamespaces;
    private final Set<String> members;
    private final Publication publication;

    public Routing(MeshView view) {
        this.view = view;
        this.waypointNamespaces = view.waypointNamespaces();
        this.members = view.memberNamespaces();
        this.publication = new Publication(view);
    }

    /**
     * What a label leads to, before the kind of the target counts.
     *
     * @param gateway present exactly where the reason is {@code ACCEPTED}
     */
    private record Attachment(Reason reason, Optional<GatewayView> gateway, Optional<Decision> label) {}

    public MeshView view() {
        return view;
    }

    /** The routes to all targets, by kind, namespace and name. */
    public Stream<Route> routes() {
        return Stream.concat(view.namespaces().values().stream().flatMap(this::ofMembers), ofTargets())
                .sorted(ORDER);
    }

    private Stream<Route> ofTargets() {
        return view.targets().values().stream().map(target -> resolve(target, Traffic.of(target)));
    }

    /** A Namespace stands for its members where nobody knows them, once for each traffic that its waypoint takes. */
    private Stream<Route> ofMembers(NamespaceView namespace) {
        boolean asks = namespace.wanted().isPresent();
        boolean known = view.coverage() == Coverage.COMPLETE
                || (view.coverage() == Coverage.PARTIAL && members.contains(namespace.name()));
        return asks && !known ? traffic(namespace).map(each -> resolve(namespace, each)) : Stream.empty();
    }

    private Stream<Traffic> traffic(NamespaceView namespace) {
        String type =
                namespace.wanted().flatMap(view::gateway).map(this::trafficType).orElse("service");
        return switch (type) {
            case "all" -> Stream.of(Traffic.SERVICE, Traffic.WORKLOAD);
            case "workload" -> Stream.of(Traffic.WORKLOAD);
            default -> Stream.of(Traffic.SERVICE);
        };
    }

    /** The way to a target for clients that address it so. */
    public Route resolve(Target target, Traffic traffic) {
        if (isExempt(target)) {
            return Route.none(target, traffic, ownReason(target), Optional.empty());
        }
        Attachment attachment = attach(target);
        if (attachment.gateway().isEmpty()) {
            return Route.none(target, traffic, attachment.reason(), attachment.label());
        }
        GatewayView gateway = attachment.gateway().get();
        if (!takes(gateway, traffic)) {
            return Route.none(target, traffic, mistyped(target, traffic), attachment.label());
        }
        Optional<Reason> objection = objection(target, gateway);
        if (objection.isPresent()) {
            return Route.none(target, traffic, objection.get(), attachment.label());
        }
        boolean service = traffic == Traffic.SERVICE;
        return new Route(
                target.ref(),
                traffic,
                Optional.of(gateway.name()),
                Reason.ACCEPTED,
                attachment.label(),
                service ? canary(target, gateway.name()) : Optional.empty(),
                service && isForIngress(target));
    }

    /** What istiod says where it does not look for a waypoint at all. */
    private static Reason ownReason(Target target) {
        boolean none = target.labels()
                .get(IstioLabels.USE_WAYPOINT)
                .filter(IstioLabels.NO_WAYPOINT::equals)
                .isPresent();
        return none && !(target instanceof NamespaceView) ? Reason.OPTED_OUT : Reason.NOT_ENROLLED;
    }

    /** Whether istiod never looks for a waypoint, whatever the labels say. */
    public boolean isExempt(Target target) {
        if (target instanceof ServiceView service) {
            return isManaged(service) || service.form() == ServiceView.Form.EXTERNAL_NAME;
        }
        if (target instanceof ServiceEntryView entry) {
            return isManaged(entry) || !publication.isPublished(entry);
        }
        return target instanceof WorkloadView workload
                && instanceOf(workload).flatMap(view::gateway).isPresent();
    }

    private static boolean isManaged(Target target) {
        return target.labels()
                .get(IstioLabels.MANAGED)
                .filter(EXEMPT_CONTROLLERS::contains)
                .isPresent();
    }

    /** The Gateway that a workload runs for. */
    private static Optional<ObjectName> instanceOf(WorkloadView workload) {
        return workload.labels()
                .get(IstioLabels.GATEWAY_NAME)
                .filter(name -> !name.isEmpty())
                .map(name -> new ObjectName(workload.ref().namespace(), name));
    }

    /** Whether it runs for a Gateway that is not known here. */
    private boolean mayBeInstance(Target target) {
        return view.coverage() != Coverage.COMPLETE
                && target instanceof WorkloadView workload
                && instanceOf(workload).isPresent();
    }

    /** Why there is no waypoint although the label is in order. */
    private Optional<Reason> objection(Target target, GatewayView gateway) {
        if (mayBeInstance(target)) {
            return Optional.of(Reason.UNKNOWN);
        }
        boolean leaves = !gateway.name().namespace().equals(target.ref().namespace());
        return target instanceof ServiceEntryView entry && leaves ? publication.forbidden(entry) : Optional.empty();
    }

    /** The label of the object wins, without a way back to that of its namespace. */
    private Attachment attach(Target target) {
        String namespace = target.ref().namespace();
        boolean own = !(target instanceof NamespaceView) && target.labels().has(IstioLabels.USE_WAYPOINT);
        if (own) {
            return Wish.of(target.labels(), namespace)
                    .map(wish -> attach(target, wish, Reason.OPTED_OUT))
                    .orElseThrow();
        }
        Optional<NamespaceView> found = view.namespace(namespace);
        if (found.isEmpty() || (!found.get().whole() && !found.get().labels().has(IstioLabels.USE_WAYPOINT))) {
            boolean open = view.coverage() == Coverage.PARTIAL;
            return new Attachment(open ? Reason.UNKNOWN : Reason.NOT_ENROLLED, Optional.empty(), Optional.empty());
        }
        return Wish.of(found.get().labels(), namespace)
                .filter(wish -> wish.waypoint().isPresent())
                .map(wish -> attach(found.get(), wish, Reason.NOT_ENROLLED))
                .orElseGet(() -> new Attachment(Reason.NOT_ENROLLED, Optional.empty(), Optional.empty()));
    }

    private Attachment attach(Target carrier, Wish wish, Reason none) {
        Optional<Decision> label = Optional.of(
                new Decision(carrier.ref(), wish.waypoint(), carrier.labels().place(IstioLabels.USE_WAYPOINT)));
        if (wish.waypoint().isEmpty()) {
            return new Attachment(none, Optional.empty(), label);
        }
        ObjectName wanted = wish.waypoint().get();
        Optional<GatewayView> gateway = view.gateway(wanted);
        Reason reason = gateway.map(found -> admission(found, carrier.ref().namespace()))
                .orElseGet(() -> missing(wanted));
        return new Attachment(reason, gateway.filter(found -> reason == Reason.ACCEPTED), label);
    }

    private Reason missing(ObjectName waypoint) {
        boolean known = view.coverage() == Coverage.COMPLETE || waypointNamespaces.contains(waypoint.namespace());
        return known ? Reason.NOT_READY : Reason.UNKNOWN;
    }

    private Reason admission(GatewayView gateway, String namespace) {
        NamespaceView consumers = view.namespaceOrUnstated(namespace);
        Optional<Boolean> admitted = Admission.admits(gateway, view.gatewayClass(gateway), consumers);
        if (admitted.isEmpty()) {
            return Reason.UNKNOWN;
        }
        return admitted.get() ? Reason.ACCEPTED : Reason.DENIED;
    }

    /** Any text may stand in the label; what is not known supports nothing. */
    private boolean takes(GatewayView gateway, Traffic traffic) {
        String type = trafficType(gateway);
        return type.equals("all") || type.equals(traffic.word());
    }

    /** The label of the Gateway, else that of its class, else {@code service}. */
    public String trafficType(GatewayView gateway) {
        return gateway.labels()
                .get(IstioLabels.WAYPOINT_FOR)
                .or(() -> view.gatewayClass(gateway)
                        .flatMap(found -> found.labels().get(IstioLabels.WAYPOINT_FOR)))
                .orElse("service");
    }

    /** A workload that inherits a waypoint for services is left alone without a word. */
    private Reason mistyped(Target target, Traffic traffic) {
        boolean inherits = !target.labels().has(IstioLabels.USE_WAYPOINT) || target instanceof NamespaceView;
        boolean silent = view.istioVersion().isAtLeast(IstioVersion.SILENT_WORKLOADS);
        return traffic == Traffic.WORKLOAD && inherits && silent ? Reason.NOT_ENROLLED : Reason.UNSUPPORTED_TRAFFIC;
    }

    /** The label of the object counts even if its value does not. */
    private boolean isForIngress(Target target) {
        return labels(target, IstioLabels.INGRESS_USE_WAYPOINT)
                .flatMap(labels -> labels.get(IstioLabels.INGRESS_USE_WAYPOINT))
                .filter(this::isTrue)
                .isPresent();
    }

    private boolean isTrue(String text) {
        return view.istioVersion().isAtLeast(IstioVersion.PARSED_BOOLEANS)
                ? GoNumbers.isTrue(text)
                : text.equalsIgnoreCase("true");
    }

    /** The labels of the target if it has this one, else those of its namespace. */
    private Optional<Labels> labels(Target target, String key) {
        return target.labels().has(key)
                ? Optional.of(target.labels())
                : view.namespace(target.ref().namespace()).map(NamespaceView::labels);
    }

    /** A canary that does not attach leaves the primary bound (istio {@code waypoints.go}: from 1.31 on). */
    private Optional<Route.Canary> canary(Target target, ObjectName primary) {
        if (!view.istioVersion().hasCanaries()) {
            return Optional.empty();
        }
        String namespace = target.ref().namespace();
        boolean inherits = target instanceof NamespaceView || !target.labels().has(IstioLabels.USE_WAYPOINT);
        Optional<Labels> level = target.labels().has(IstioLabels.USE_WAYPOINT_CANARY)
                ? Optional.of(target.labels())
                : view.namespace(namespace).filter(found -> inherits).map(NamespaceView::labels);
        return level.flatMap(labels -> Wish.canary(labels, namespace))
                .map(canary -> canary(canary, primary, namespace, weight(target, inherits)));
    }

    private Optional<String> weight(Target target, boolean inherits) {
        return target.annotations()
                .get(IstioLabels.CANARY_WEIGHT)
                .or(() -> view.namespace(target.ref().namespace())
                        .filter(found -> inherits)
                        .flatMap(found -> found.annotations().get(IstioLabels.CANARY_WEIGHT)));
    }

    private Route.Canary canary(ObjectName canary, ObjectName primary, String namespace, Optional<String> stated) {
        Optional<Long> weight =
                stated.map(GoNumbers::atoi).orElse(Optional.of(0L)).filter(number -> number >= 0 && number <= 100);
        Reason reason = canary.equals(primary)
                ? Reason.CANARY_SAME
                : weight.isEmpty() ? Reason.CANARY_WEIGHT : canaryAttachment(canary, namespace);
        boolean attached = reason == Reason.ACCEPTED;
        return new Route.Canary(
                canary, attached ? OptionalInt.of(weight.orElseThrow().intValue()) : OptionalInt.empty(), reason);
    }

    private Reason canaryAttachment(ObjectName canary, String namespace) {
        Optional<GatewayView> gateway = view.gateway(canary);
        if (gateway.isEmpty()) {
            return missing(canary);
        }
        Reason admission = admission(gateway.get(), namespace);
        return admission == Reason.ACCEPTED && !takes(gateway.get(), Traffic.SERVICE)
                ? Reason.UNSUPPORTED_TRAFFIC
                : admission;
    }
}
