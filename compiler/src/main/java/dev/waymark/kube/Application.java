package dev.waymark.kube;

import dev.waymark.kube.Resource.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Argo CD syncs as one, {@code argoproj.io/v1alpha1}. It has no finalizer, so that what it delivered stays when it is
 * deleted.
 *
 * @param syncWave orders it among others under a parent application
 * @param automated empty if somebody syncs by hand
 */
public record Application(
        ObjectName object,
        int syncWave,
        String project,
        Source source,
        Destination destination,
        Optional<Automated> automated,
        List<String> syncOptions)
        implements Resource {
    /** Its API group. */
    public static final String GROUP = "argoproj.io";

    /** Where manifests come from: a folder of a repository, at a revision. */
    public record Source(String repoUrl, String targetRevision, String path) {}

    /** A cluster, by the address of its API server or by the name that Argo CD knows it by: one of them. */
    public record Destination(Optional<String> server, Optional<String> name) {
        /** The cluster that Argo CD itself runs in. */
        public static final Destination ITSELF =
                new Destination(Optional.of("https://kubernetes.default.svc"), Optional.empty());

        Map<String, Object> tree() {
            return server.map(address -> Ordered.tree("server", address))
                    .orElseGet(() -> Ordered.tree("name", name.orElseThrow()));
        }
    }

    /** How Argo CD syncs by itself. */
    public record Automated(boolean prune, boolean selfHeal) {
        /** The same where nothing may be pruned. */
        public Automated withoutPruning() {
            return new Automated(false, selfHeal);
        }

        Map<String, Object> tree() {
            return Ordered.tree("prune", Literal.of(prune), "selfHeal", Literal.of(selfHeal));
        }
    }

    public Application {
        syncOptions = Ordered.list(syncOptions);
    }

    /** The wave as an annotation has it. */
    public String wave() {
        return Integer.toString(syncWave);
    }

    @Override
    public Map<String, Object> tree() {
        return Ordered.tree(
                "apiVersion",
                GROUP + "/v1alpha1",
                "kind",
                "Application",
                "metadata",
                metadata(object, syncWave),
                "spec",
                Ordered.tree(
                        "project",
                        project,
                        "source",
                        Ordered.tree(
                                "repoURL", source.repoUrl(),
                                "targetRevision", source.targetRevision(),
                                "path", source.path()),
                        "destination",
                        destination.tree(),
                        "syncPolicy",
                        syncPolicy()));
    }

    /** The metadata of what Argo CD orders among others. */
    static Map<String, Object> metadata(ObjectName object, int syncWave) {
        return Ordered.tree(
                "name", object.name(),
                "namespace", object.namespace(),
                "annotations", inWave(syncWave));
    }

    /** The annotation that orders it. */
    static Map<String, Object> inWave(int syncWave) {
        return Ordered.tree("argocd.argoproj.io/sync-wave", Integer.toString(syncWave));
    }

    private Map<String, Object> syncPolicy() {
        return automated
                .map(sync -> Ordered.tree("automated", sync.tree(), "syncOptions", syncOptions))
                .orElseGet(() -> Ordered.tree("syncOptions", syncOptions));
    }
}
