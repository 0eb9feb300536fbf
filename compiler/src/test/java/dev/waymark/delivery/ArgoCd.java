package dev.waymark.delivery;

import dev.waymark.testing.Tree;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Argo CD 3.5 as far as objects of others can lose by it: tracking, pruning, cascades and what kubectl migrates. */
final class ArgoCd implements DeliveryTool {
    private static final String GROUP = "argoproj.io";
    private static final String MANAGER = "argocd-controller";
    static final String TRACKING = "argocd.argoproj.io/tracking-id";
    private static final String OPTIONS = "argocd.argoproj.io/sync-options";
    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

    private final Cluster cluster;
    private final SortedMap<String, Tree> applications = new TreeMap<>();
    private Repository head = Repository.EMPTY;

    ArgoCd(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public void follow(Repository commit) {
        head = commit;
        SortedMap<String, Tree> next = commit.deliveries(GROUP);
        applications.forEach((name, application) -> {
            if (!next.containsKey(name)) {
                cascade(name, application);
            }
        });
        applications.clear();
        applications.putAll(next);
    }

    /** {@code appcontroller.go}: only with the finalizer, and never what says {@code Delete=false} in the cluster. */
    private void cascade(String name, Tree application) {
        if (application.at("metadata").texts("finalizers").contains(FINALIZER)) {
            tracked(name).stream().filter(key -> lacks(key, "Delete=false")).forEach(cluster::delete);
        }
    }

    @Override
    public SortedSet<String> units() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(applications.keySet()));
    }

    /** The waves of a parent application with the health check of applications. */
    @Override
    public Set<String> awaited(String unit) {
        int wave = wave(unit);
        return applications.keySet().stream()
                .filter(other -> wave(other) < wave)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private int wave(String unit) {
        return Integer.parseInt(application(unit).at("metadata", "annotations").text(WAVE));
    }

    private Tree application(String unit) {
        return Optional.ofNullable(applications.get(unit)).orElseThrow();
    }

    @Override
    public String manager() {
        return MANAGER;
    }

    @Override
    public boolean sync(String unit, boolean byHand) {
        Tree spec = application(unit).at("spec");
        SortedMap<ObjectKey, FieldSet> targets = new TreeMap<>();
        head.build(spec.at("source").text("path")).forEach(document -> {
            FieldSet fields = FieldSet.of(document).withAnnotation(TRACKING, trackingId(unit, document));
            targets.put(ObjectKey.of(document), fields);
        });
        boolean prunes =
                Boolean.TRUE.equals(spec.at("syncPolicy", "automated").map().get("prune"));
        SortedSet<ObjectKey> gone = tracked(unit);
        gone.removeAll(targets.keySet());
        if (!byHand && prunes && targets.isEmpty() && !gone.isEmpty()) {
            return false; // auto-sync will wipe out all resources
        }
        List<String> options = spec.at("syncPolicy").texts("syncOptions");
        boolean taken = applyAll(targets, options);
        if (prunes || byHand) {
            gone.stream().filter(key -> lacks(key, "Prune=false")).forEach(cluster::delete);
        }
        return taken;
    }

    /** {@code APPLICATION:GROUP/KIND:NAMESPACE/NAME} */
    private static String trackingId(String unit, Tree document) {
        ObjectKey key = ObjectKey.of(document);
        String version = document.text("apiVersion");
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        return unit + ":" + group + "/" + key.kind() + ":" + key.home() + "/" + key.name();
    }

    /** Whether an object is there, and not by this option kept from being deleted. */
    private boolean lacks(ObjectKey key, String option) {
        return cluster.find(key)
                .filter(object ->
                        !List.of(object.annotation(OPTIONS).split(",", -1)).contains(option))
                .isPresent();
    }

    /** By the live annotation alone, whichever unit has rendered the object since. */
    private SortedSet<ObjectKey> tracked(String unit) {
        return cluster.objects().entrySet().stream()
                .filter(entry -> entry.getValue().annotation(TRACKING).startsWith(unit + ":"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Namespaces first; what is refused is refused alone. */
    private boolean applyAll(SortedMap<ObjectKey, FieldSet> targets, List<String> options) {
        boolean taken = true;
        for (boolean namespaces : List.of(true, false)) {
            for (Map.Entry<ObjectKey, FieldSet> target : targets.entrySet()) {
                if (target.getKey().isNamespace() == namespaces) {
                    taken &= apply(target.getKey(), target.getValue(), options);
                }
            }
        }
        return taken;
    }

    private boolean apply(ObjectKey key, FieldSet wanted, List<String> options) {
        if (!options.contains("ServerSideApply=true")) {
            throw new AssertionError(key + " would be applied by the client");
        }
        try {
            if (isSynced(key, wanted)) {
                return true;
            }
            if (!options.contains("ClientSideApplyMigration=false")) {
                migrate(key, "kubectl-client-side-apply");
            }
            cluster.apply(Manager.applying(MANAGER), key, wanted);
            migrateInKubectl(key, wanted);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    /** Nothing is sent where nothing would change, so that what is shared stays so ({@code diff.go}). */
    private boolean isSynced(ObjectKey key, FieldSet wanted) throws RefusedException {
        LiveObject predicted = cluster.tryApply(Manager.applying(MANAGER), key, wanted);
        return cluster.find(key)
                .filter(live -> live.fields().equals(predicted.fields()))
                .isPresent();
    }

    /** Argo CD's own, before it applies ({@code sync_context.go}). */
    private void migrate(ObjectKey key, String from) {
        LiveObject object = cluster.copy(key);
        if (object.migrate(Manager.updating(from)::equals, Manager.applying(MANAGER))) {
            cluster.put(key, object);
        }
    }

    /** {@code migrateToSSAIfNecessary}: whoever owns last-applied loses all; where the rest is refused, that is no error. */
    private void migrateInKubectl(ObjectKey key, FieldSet wanted) {
        LiveObject object = cluster.copy(key);
        Manager ours = Manager.applying(MANAGER);
        if (object.migrate(each -> each.isUpdating() && object.owns(each, LiveObject.LAST_APPLIED), ours)) {
            cluster.put(key, object);
            try {
                cluster.apply(ours, key, wanted);
            } catch (RefusedException e) {
                // kubectl warns only, and the next apply fails.
            }
        }
    }
}
