package dev.waymark.kube;

/**
 * The objects that istiod makes for a waypoint, in the order in which its options are printed (istio {@code
 * deploymentcontroller.go:applyOverlay}). The last two are made only where there is an overlay for them.
 */
public enum MadeObject {
    DEPLOYMENT("deployment", "apps/v1", "Deployment"),
    SERVICE("service", "v1", "Service"),
    SERVICE_ACCOUNT("serviceAccount", "v1", "ServiceAccount"),
    HORIZONTAL_POD_AUTOSCALER("horizontalPodAutoscaler", "autoscaling/v2", "HorizontalPodAutoscaler"),
    POD_DISRUPTION_BUDGET("podDisruptionBudget", "policy/v1", "PodDisruptionBudget");

    private final String key;
    private final String apiVersion;
    private final String kindName;

    MadeObject(String key, String apiVersion, String kindName) {
        this.key = key;
        this.apiVersion = apiVersion;
        this.kindName = kindName;
    }

    /** The key of its overlay. */
    public String key() {
        return key;
    }

    public String apiVersion() {
        return apiVersion;
    }

    public String kindName() {
        return kindName;
    }
}
