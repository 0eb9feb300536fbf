package dev.waymark.kube;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Annotations that keep delivery tools from deleting, or taking over, objects that others made. */
public enum Guards {
    /** Against Argo CD. */
    ARGO,
    /** Against Flux. */
    FLUX,
    /** Against both, where it is not known which one delivers. */
    ALL;

    private static final String ARGO_OPTIONS = "argocd.argoproj.io/sync-options";
    private static final String ARGO_COMPARISON = "argocd.argoproj.io/compare-options";
    private static final String FLUX_POLICY = "kustomize.toolkit.fluxcd.io/ssa";
    private static final String FLUX_PRUNE = "kustomize.toolkit.fluxcd.io/prune";

    /**
     * For a part of an object. Without {@code Prune=false} and {@code prune: Disabled} the whole object would be deleted
     * with the part; without {@code ssa: Merge} Flux takes the labels of a {@code kubectl apply} owner away.
     */
    SortedMap<String, String> ofPartial() {
        SortedMap<String, String> guards = new TreeMap<>();
        if (this != FLUX) {
            guards.put(ARGO_OPTIONS, "ServerSideApply=true,Validate=false,Prune=false,Delete=false");
            guards.put(ARGO_COMPARISON, "IgnoreExtraneous");
        }
        if (this != ARGO) {
            guards.put(FLUX_POLICY, "Merge");
            guards.put(FLUX_PRUNE, "Disabled");
        }
        return guards;
    }

    /** For a Namespace of ours: what lives in it must not go when its file does. */
    SortedMap<String, String> ofNamespace() {
        SortedMap<String, String> guards = new TreeMap<>();
        if (this != FLUX) {
            guards.put(ARGO_OPTIONS, "Prune=false,Delete=false");
        }
        if (this != ARGO) {
            guards.put(FLUX_PRUNE, "Disabled");
        }
        return guards;
    }

    /** Whether annotations hold all that a part carries against one tool, as it is written. */
    public static boolean areIn(Map<String, String> annotations) {
        return Stream.of(ARGO, FLUX)
                .anyMatch(tool ->
                        annotations.entrySet().containsAll(tool.ofPartial().entrySet()));
    }

    /** Whether an annotation is one of these. */
    public static boolean isGuard(String annotation) {
        return ALL.ofPartial().containsKey(annotation);
    }
}
