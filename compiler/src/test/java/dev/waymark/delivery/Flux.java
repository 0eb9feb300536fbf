package dev.waymark.delivery;

import dev.waymark.testing.Tree;
import java.util.Collections;
import java.util.HashMap;
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

/** kustomize-controller 1.9 as far as objects of others can lose by it: policies, stages, the inventory and pruning. */
final class Flux implements DeliveryTool {
    private static final String GROUP = "kustomize.toolkit.fluxcd.io";
    private static final String MANAGER = "kustomize-controller";
    static final String OWNER_NAME = GROUP + "/name";
    static final String OWNER_NAMESPACE = GROUP + "/namespace";
    private static final String POLICY = GROUP + "/ssa";
    private static final String PRUNE = GROUP + "/prune";

    private final Cluster cluster;
    private final SortedMap<String, Tree> kustomizations = new TreeMap<>();
    private final Map<String, SortedSet<ObjectKey>> inventories = new HashMap<>();
    private Repository head = Repository.EMPTY;

    Flux(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public void follow(Repository commit) {
        head = commit;
        SortedMap<String, Tree> next = commit.deliveries(GROUP);
        kustomizations.forEach((name, kustomization) -> {
            if (!next.containsKey(name)) {
                finish(name, kustomization);
            }
        });
        kustomizations.clear();
        kustomizations.putAll(next);
    }

    /** By default a Kustomization that prunes takes all of it along. */
    private void finish(String name, Tree kustomization) {
        Tree spec = kustomization.at("spec");
        Object policy = spec.map().getOrDefault("deletionPolicy", "MirrorPrune");
        SortedSet<ObjectKey> inventory =
                Optional.ofNullable(inventories.remove(name)).orElseGet(TreeSet::new);
        if (policy.equals("Delete") || (policy.equals("MirrorPrune") && prunes(spec))) {
            inventory.forEach(key -> prune(key, kustomization));
        }
    }

    private static boolean prunes(Tree spec) {
        return spec.value("prune").equals(true);
    }

    @Override
    public SortedSet<String> units() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(kustomizations.keySet()));
    }

    @Override
    public Set<String> awaited(String unit) {
        return kustomization(unit).at("spec").trees("dependsOn").stream()
                .map(other -> other.text("name"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Tree kustomization(String unit) {
        return Optional.ofNullable(kustomizations.get(unit)).orElseThrow();
    }

    @Override
    public String manager() {
        return MANAGER;
    }

    /** A Kustomization is the same by hand. */
    @Override
    public boolean sync(String unit, boolean byHand) {
        Tree kustomization = kustomization(unit);
        Tree spec = kustomization.at("spec");
        SortedMap<ObjectKey, FieldSet> targets = new TreeMap<>();
        head.build(spec.text("path"))
                .forEach(document -> targets.put(ObjectKey.of(document), owned(document, kustomization)));
        try {
            stage(targets, true);
            stage(targets, false);
        } catch (RefusedException e) {
            return false;
        }
        SortedSet<ObjectKey> gone = inventories.getOrDefault(unit, new TreeSet<>());
        inventories.put(unit, new TreeSet<>(targets.keySet()));
        gone.removeAll(targets.keySet());
        if (prunes(spec)) {
            gone.forEach(key -> prune(key, kustomization));
        }
        return true;
    }

    private static FieldSet owned(Tree document, Tree kustomization) {
        return FieldSet.of(document)
                .withLabel(OWNER_NAME, kustomization.name())
                .withLabel(OWNER_NAMESPACE, kustomization.at("metadata").text("namespace"));
    }

    /** Namespaces are a stage of their own; of a stage nothing is applied if the dry run of one object fails. */
    private void stage(SortedMap<ObjectKey, FieldSet> targets, boolean namespaces) throws RefusedException {
        List<ObjectKey> stage = targets.keySet().stream()
                .filter(key -> key.isNamespace() == namespaces)
                .toList();
        Map<ObjectKey, FieldSet> drifted = new TreeMap<>();
        for (ObjectKey key : stage) {
            FieldSet wanted = Optional.ofNullable(targets.get(key)).orElseThrow();
            LiveObject predicted = cluster.tryApply(Manager.applying(MANAGER), key, wanted);
            boolean isSame = cluster.find(key)
                    .filter(live -> live.fields().equals(predicted.fields()))
                    .isPresent();
            if (!isSame || isCleaned(key, wanted)) {
                drifted.put(key, wanted);
            }
        }
        for (Map.Entry<ObjectKey, FieldSet> each : drifted.entrySet()) {
            apply(each.getKey(), each.getValue());
        }
    }

    private void apply(ObjectKey key, FieldSet wanted) throws RefusedException {
        if (isCleaned(key, wanted)) {
            LiveObject object = cluster.copy(key);
            object.migrate(Flux::isKubectl, Manager.applying(MANAGER));
            object.removeLastApplied();
            cluster.put(key, object);
        }
        cluster.apply(Manager.applying(MANAGER), key, wanted);
    }

    /** Whether fields of kubectl are taken over: by the default policy, of what is rendered and of what is there. */
    private boolean isCleaned(ObjectKey key, FieldSet wanted) {
        boolean merges = wanted.hasAnnotation(POLICY, "Merge");
        return !merges
                && cluster.find(key)
                        .filter(live -> !live.annotation(POLICY).equals("Merge"))
                        .filter(live -> live.owned().keySet().stream().anyMatch(Flux::isKubectl))
                        .isPresent();
    }

    private static boolean isKubectl(Manager manager) {
        return manager.name().startsWith("kubectl");
    }

    private void prune(ObjectKey key, Tree kustomization) {
        boolean isOwn = cluster.find(key)
                .filter(live -> !live.annotation(PRUNE).equals("Disabled"))
                .filter(live -> live.label(OWNER_NAME).equals(kustomization.name()))
                .filter(live -> live.label(OWNER_NAMESPACE)
                        .equals(kustomization.at("metadata").text("namespace")))
                .isPresent();
        if (isOwn) {
            cluster.delete(key);
        }
    }
}
