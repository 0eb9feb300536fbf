package dev.waymark.kube;

import java.util.SortedMap;
import java.util.TreeMap;

/** Annotations that keep delivery tools from deleting, or taking over, objects that others made. */
final class Guards {
    private static final String ARGO_OPTIONS = "argocd.argoproj.io/sync-options";
    private static final String FLUX_PRUNE = "kustomize.toolkit.fluxcd.io/prune";

    private Guards() {}

    /**
     * For a part of an object. Without {@code Prune=false} and {@code prune: Disabled} the whole object would be deleted
     * with the part; without {@code ssa: Merge} Flux takes the labels of a {@code kubectl apply} owner away.
     */
    static SortedMap<String, String> ofPartial() {
        SortedMap<String, String> guards = new TreeMap<>();
        guards.put(ARGO_OPTIONS, "ServerSideApply=true,Validate=false,Prune=false,Delete=false");
        guards.put("argocd.argoproj.io/compare-options", "IgnoreExtraneous");
        guards.put("kustomize.toolkit.fluxcd.io/ssa", "Merge");
        guards.put(FLUX_PRUNE, "Disabled");
        return guards;
    }

    /** For a Namespace of ours: what lives in it must not go when its file does. */
    static SortedMap<String, String> ofNamespace() {
        SortedMap<String, String> guards = new TreeMap<>();
        guards.put(ARGO_OPTIONS, "Prune=false,Delete=false");
        guards.put(FLUX_PRUNE, "Disabled");
        return guards;
    }
}
