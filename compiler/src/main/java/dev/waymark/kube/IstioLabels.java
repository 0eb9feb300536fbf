package dev.waymark.kube;

/** Label keys by which istiod decides who goes through a waypoint (istio/api {@code label/labels.yaml}). */
public final class IstioLabels {
    /** On a Gateway: which traffic its waypoint takes. */
    public static final String WAYPOINT_FOR = "istio.io/waypoint-for";
    /** On a consumer: the name of its waypoint. */
    public static final String USE_WAYPOINT = "istio.io/use-waypoint";
    /** On a consumer: the namespace of its waypoint, where that is not its own. */
    public static final String USE_WAYPOINT_NAMESPACE = "istio.io/use-waypoint-namespace";
    /** On a Namespace or a pod: whether it is in the ambient mesh. */
    public static final String DATAPLANE_MODE = "istio.io/dataplane-mode";
    /** On a Gateway: the revision of the control plane that serves it. */
    public static final String REVISION = "istio.io/rev";
    /** On every Namespace, set by the API server: its name. */
    public static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private IstioLabels() {}
}
