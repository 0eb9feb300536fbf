package dev.waymark.policy;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.policy.Binding.Outcome;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.GatewayClassView;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.Routing;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * To what policies are attached: what istiod says in the status (istio {@code ambient/policies.go}:
 * WaypointPolicyStatusCollection), and where it says too much, what the proxies do (istio {@code policyattachment.go}:
 * ShouldAttachPolicy).
 */
public final class Attachment {
    /** The only class that waypoints look at. */
    public static final String WAYPOINT_CLASS = "istio-waypoint";

    private static final String ISTIO = "istio.io/";
    private static final String MESH_CONTROLLER = ISTIO + "mesh-controller";
    private static final String UNMANAGED_CONTROLLER = ISTIO + "unmanaged-gateway";
    /** The classes that istiod declares by itself and deploys proxies for. */
    private static final Set<String> OWN_CLASSES =
            Set.of(WAYPOINT_CLASS, "istio", "istio-east-west", "istio-agentgateway", "istio-agentgateway-waypoint");
    /** The class of Gateways that run elsewhere. */
    private static final String REMOTE_CLASS = "istio-remote";

    private final Routing routing;
    private final MeshView view;

    public Attachment(Routing routing) {
        this.routing = routing;
        this.view = routing.view();
    }

    /** Each target once, however often it is written. */
    public Stream<Binding> bind(Policy policy) {
        Map<String, Binding> bindings = new LinkedHashMap<>();
        for (TargetRef ref : policy.refs()) {
            Binding binding = bind(policy, ref);
            bindings.putIfAbsent(binding.target(), binding);
        }
        return bindings.values().stream();
    }

    private Binding bind(Policy policy, TargetRef ref) {
        return ref.known()
                .map(known -> switch (known) {
                    case SERVICE -> service(policy, ref, Kind.SERVICE);
                    case SERVICE_ENTRY -> service(policy, ref, Kind.SERVICE_ENTRY);
                    case GATEWAY -> Binding.of(policy, ref, gateway(policy, ref));
                    case GATEWAY_CLASS -> Binding.of(policy, ref, gatewayClass(policy, ref));
                })
                .orElseGet(() -> Binding.of(policy, ref, Outcome.UNKNOWN_KIND));
    }

    private Binding service(Policy policy, TargetRef ref, Kind kind) {
        String namespace = ref.namespace().orElse(policy.namespace());
        Target target = view.targets().get(new ObjectRef(kind, namespace, ref.name()));
        if (target == null) {
            return Binding.of(policy, ref, missing());
        }
        Route route = routing.resolve(target, Traffic.SERVICE);
        Outcome outcome = route.waypoint().isPresent()
                ? Outcome.BOUND
                : route.reason() == Reason.UNKNOWN ? Outcome.OPEN : Outcome.NO_WAYPOINT;
        return new Binding(policy, ref, outcome, Optional.of(route));
    }

    private Outcome missing() {
        return view.coverage() == Coverage.COMPLETE ? Outcome.MISSING : Outcome.OPEN;
    }

    private Outcome gateway(Policy policy, TargetRef ref) {
        return view.gateway(new ObjectName(policy.namespace(), ref.name()))
                .map(this::proxy)
                .orElseGet(this::missing);
    }

    /** A Gateway for ingress takes policies as a waypoint does. */
    private Outcome proxy(GatewayView gateway) {
        Optional<String> controller = view.gatewayClass(gateway).map(GatewayClassView::controller);
        boolean ours = controller
                .map(name -> name.startsWith(ISTIO) && !name.equals(UNMANAGED_CONTROLLER))
                .orElse(OWN_CLASSES.contains(gateway.className()));
        if (ours) {
            return Outcome.BOUND;
        }
        boolean known = controller.isPresent() || gateway.className().equals(REMOTE_CLASS);
        return known || view.coverage() == Coverage.COMPLETE ? Outcome.FOREIGN_GATEWAY : Outcome.OPEN;
    }

    private Outcome gatewayClass(Policy policy, TargetRef ref) {
        if (!policy.namespace().equals(view.config().rootNamespace())) {
            return Outcome.NOT_IN_ROOT;
        }
        GatewayClassView declared = view.gatewayClasses().get(ref.name());
        if (ref.name().equals(WAYPOINT_CLASS)) {
            boolean usual = declared == null || declared.controller().equals(MESH_CONTROLLER);
            return usual ? Outcome.BOUND : Outcome.OTHER_CLASS;
        }
        boolean exists = declared != null
                || OWN_CLASSES.contains(ref.name())
                || ref.name().equals(REMOTE_CLASS);
        return exists ? Outcome.OTHER_CLASS : missing();
    }
}
