package dev.waymark.kube;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Label keys by which istiod decides who goes through a waypoint (istio/api {@code label/labels.yaml}). */
public final class IstioLabels {
    /** On a Gateway: which traffic its waypoint takes. */
    public static final String WAYPOINT_FOR = "istio.io/waypoint-for";
    /** On a consumer: the name of its waypoint. */
    public static final String USE_WAYPOINT = "istio.io/use-waypoint";
    /** On a consumer: the namespace of its waypoint, where that is not its own. */
    public static final String USE_WAYPOINT_NAMESPACE = "istio.io/use-waypoint-namespace";
    /** The value of {@link #USE_WAYPOINT} that opts out. */
    public static final String NO_WAYPOINT = "none";
    /** On a service, a service entry or a Namespace: whether ingress gateways go through the waypoint. */
    public static final String INGRESS_USE_WAYPOINT = "istio.io/ingress-use-waypoint";
    /** On a service, a service entry or a Namespace: the name of a second waypoint for a part of the connections. */
    public static final String USE_WAYPOINT_CANARY = "istio.io/use-waypoint-canary";
    /** Like {@link #USE_WAYPOINT_NAMESPACE}, of the canary. */
    public static final String USE_WAYPOINT_CANARY_NAMESPACE = "istio.io/use-waypoint-canary-namespace";
    /** An annotation beside {@link #USE_WAYPOINT_CANARY}: its share in percent. */
    public static final String CANARY_WEIGHT = "istio.io/use-waypoint-canary-weight";
    /** On a Service, and on what is made for a waypoint: whether it takes part in all clusters. */
    public static final String GLOBAL = "istio.io/global";
    /** On a ServiceEntry: {@code false} if istiod shall allocate no address for its hosts. */
    public static final String ALLOCATE_ADDRESS = "networking.istio.io/enable-autoallocate-ip";
    /** On a Namespace or a pod: whether it is in the ambient mesh. */
    public static final String DATAPLANE_MODE = "istio.io/dataplane-mode";
    /** On a Namespace: {@code enabled} if its pods get sidecars. */
    public static final String INJECTION = "istio-injection";
    /** A label on a pod, once an annotation: whether it gets a sidecar. */
    public static final String INJECT = "sidecar.istio.io/inject";
    /** An annotation on a pod: what is injected into it in the place of a sidecar, such as {@code gateway}. */
    public static final String INJECT_TEMPLATES = "inject.istio.io/templates";
    /** An annotation on a Gateway, from before Istio 1.22: whose traffic its waypoint took. */
    public static final String FOR_SERVICE_ACCOUNT = "istio.io/for-service-account";
    /** An annotation on a Gateway: the service account of its proxy, where that has another name. */
    public static final String SERVICE_ACCOUNT = "gateway.istio.io/service-account";
    /** On a Gateway: the revision of the control plane that serves it. */
    public static final String REVISION = "istio.io/rev";
    /** On every Namespace, set by the API server: its name. */
    public static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    /** On what istiod makes for a Gateway: the controller that made it. */
    public static final String MANAGED = "gateway.istio.io/managed";
    /** On the pods of a Gateway: its name. */
    public static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";
    /** An annotation on a Gateway or its class: how a waypoint behind another proxy is reached. */
    public static final String INBOUND_BINDING = "ambient.istio.io/waypoint-inbound-binding";

    /** What is rendered on objects of others. */
    private static final Set<String> RENDERED = new TreeSet<>(List.of(
            DATAPLANE_MODE,
            USE_WAYPOINT,
            USE_WAYPOINT_NAMESPACE,
            INGRESS_USE_WAYPOINT,
            USE_WAYPOINT_CANARY,
            USE_WAYPOINT_CANARY_NAMESPACE,
            CANARY_WEIGHT,
            GLOBAL));

    private IstioLabels() {}

    /** Whether a label or annotation is one that is rendered on objects of others. */
    public static boolean isRendered(String key) {
        return RENDERED.contains(key);
    }
}
