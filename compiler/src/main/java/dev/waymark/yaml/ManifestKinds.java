package dev.waymark.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kinds that say something about routes, policies or delivery, and what of their objects nobody reads. The more a
 * dump holds of it, the more it is worth: pod specs, states and field owners are most of a cluster's text.
 */
final class ManifestKinds {
    /** What is kept of an object whose kind is not known yet: everything that any kind keeps. */
    static final Kept UNKNOWN = Kept.ALL
            .without("status")
            .without("binaryData")
            .with("data", Kept.only("mesh", "meshNetworks", "values"))
            .with("metadata", Kept.ALL.with("managedFields", Kept.only("manager", "operation", "fieldsV1")));

    /** What is kept of all others, so that they are known for what they are. */
    private static final Kept FOREIGN = Kept.only("apiVersion", "kind");

    /** Who manages fields says who owns an object that may be applied in part. */
    private static final Kept OWNED = UNKNOWN;

    private static final Kept OBJECT = UNKNOWN.with(
            "metadata",
            Kept.ALL.without("managedFields").with("annotations", Kept.ALL.without(ManifestObject.LAST_APPLIED)));
    private static final Kept POD_SPEC = Kept.only("hostNetwork", "serviceAccountName");
    /** That there is one of its name is all that matters. */
    private static final Kept NAMED = OBJECT.without("spec");

    private static final Kept POD = OBJECT.with("spec", POD_SPEC);
    private static final Kept WORKLOAD = OBJECT.with("spec", template());
    private static final Kept CRON_JOB =
            OBJECT.with("spec", Kept.ALL.with("jobTemplate", Kept.ALL.with("spec", template())));

    /** A kind, in any version of a group; the group of {@code v1} is empty. */
    private record Type(String group, String kind) {}

    private static final Map<Type, Kept> TYPES = new HashMap<>();
    private static final Map<String, Kept> KINDS = new HashMap<>();

    static {
        type("", OWNED, "Namespace", "Service");
        type("", OBJECT, "ConfigMap");
        type("", POD, "Pod");
        type("", NAMED, "ServiceAccount");
        type("autoscaling", NAMED, "HorizontalPodAutoscaler");
        type("policy", NAMED, "PodDisruptionBudget");
        type("apps", WORKLOAD, "Deployment", "StatefulSet", "DaemonSet");
        type("batch", WORKLOAD, "Job");
        type("batch", CRON_JOB, "CronJob");
        type("argoproj.io", WORKLOAD, "Rollout");
        type("argoproj.io", OBJECT, "Application", "ApplicationSet", "AppProject");
        type("kustomize.toolkit.fluxcd.io", OBJECT, "Kustomization");
        type("helm.toolkit.fluxcd.io", OBJECT, "HelmRelease");
        type("gateway.networking.k8s.io", OBJECT, "Gateway", "GatewayClass");
        type("gateway.networking.k8s.io", OBJECT, "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute");
        type("networking.istio.io", OWNED, "ServiceEntry", "WorkloadEntry");
        type("networking.istio.io", OBJECT, "WorkloadGroup", "DestinationRule", "VirtualService");
        type("security.istio.io", OBJECT, "AuthorizationPolicy", "RequestAuthentication");
        type("telemetry.istio.io", OBJECT, "Telemetry");
        type("extensions.istio.io", OBJECT, "WasmPlugin");
    }

    private ManifestKinds() {}

    private static Kept template() {
        return Kept.ALL.with("template", Kept.ALL.with("spec", POD_SPEC));
    }

    private static void type(String group, Kept kept, String... kinds) {
        for (String kind : List.of(kinds)) {
            TYPES.put(new Type(group, kind), kept);
            KINDS.put(kind, kept);
        }
    }

    /** Whether a kind is that of a list of objects, such as {@code List} and {@code ServiceList}. */
    static boolean isList(String kind) {
        return kind.endsWith("List");
    }

    /** Whether objects of a kind are handed on. */
    static boolean matters(String apiVersion, String kind) {
        return TYPES.containsKey(new Type(group(apiVersion), kind));
    }

    /** What only says where manifests are. */
    static boolean isKustomization(String apiVersion, String kind) {
        return kind.equals("Kustomization") && group(apiVersion).equals("kustomize.config.k8s.io");
    }

    /** What is compiled, and is no object of a cluster. */
    static boolean isIntent(String apiVersion) {
        return group(apiVersion).equals("waymark.dev");
    }

    /** What is kept of an object, by as much as is known of it. */
    static Kept kept(@Nullable String apiVersion, @Nullable String kind) {
        if (kind == null) {
            return UNKNOWN;
        }
        if (isList(kind)) {
            return FOREIGN.with("items", Kept.ALL);
        }
        Kept kept = apiVersion == null ? KINDS.get(kind) : TYPES.get(new Type(group(apiVersion), kind));
        return kept == null ? FOREIGN : kept;
    }

    private static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
}
