package dev.waymark.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.mesh.Model.Target;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster holds once everything that was rendered has reached it: the objects that the units name, and some
 * that nobody names, each with the labels that were delivered.
 */
final class Cluster {
    private static final Map<String, String> API_VERSIONS = Map.of(
            "Namespace", "v1",
            "Service", "v1",
            "Deployment", "apps/v1",
            "StatefulSet", "apps/v1",
            "DaemonSet", "apps/v1",
            "CronJob", "batch/v1",
            "Rollout", "argoproj.io/v1alpha1");

    private static final Tree OF_OTHERS = Yaml.tree("""
            metadata: {namespace: far, labels: {istio.io/waypoint-for: all}}
            spec: {listeners: [{port: 15008, protocol: HBONE, allowedRoutes: {namespaces: {from: All}}}]}
            """);

    private final Map<Target, Tree> objects = new LinkedHashMap<>();
    private final Map<String, Tree> gateways = new HashMap<>();

    private Cluster() {}

    static Cluster of(Model model, RenderedModel rendered) {
        Cluster cluster = new Cluster();
        model.cluster().forEach((name, labels) -> {
            cluster.add(Target.namespace(name), labels);
            cluster.add(new Target("Service", name, "nobody"), Map.of());
            cluster.add(new Target("Deployment", name, "nobody"), Map.of());
        });
        model.targets().filter(target -> !target.isExternal()).forEach(target -> cluster.add(target, Map.of()));
        rendered.trees().forEach(cluster::deliver);
        NaiveRules rules = new NaiveRules(model);
        model.targets()
                .filter(target -> model.via(target).equals("owner"))
                .forEach(target -> cluster.own(target, rules));
        return cluster;
    }

    private void add(Target target, Map<String, String> labels) {
        Tree metadata = nested(Map.of("name", target.name(), "namespace", target.namespace()), "metadata");
        Tree kind = new Tree(Map.of("apiVersion", apiVersion(target.kind()), "kind", target.kind()));
        objects.putIfAbsent(target, kind.merge(metadata).merge(nested(labels, labelsOf(target.kind()))));
    }

    private static String apiVersion(String kind) {
        return API_VERSIONS.getOrDefault(kind, "networking.istio.io/v1");
    }

    /** Where the labels of a kind stand that count. */
    static String[] labelsOf(String kind) {
        return switch (kind) {
            case "Namespace", "Service", "ServiceEntry", "External", "WorkloadEntry" ->
                new String[] {"metadata", "labels"};
            case "CronJob" -> new String[] {"spec", "jobTemplate", "spec", "template", "metadata", "labels"};
            case "WorkloadGroup" -> new String[] {"spec", "metadata", "labels"};
            default -> new String[] {"spec", "template", "metadata", "labels"};
        };
    }

    private static Tree nested(Map<String, ?> map, String... keys) {
        Map<String, Object> tree = new LinkedHashMap<>(map);
        for (int index = keys.length - 1; index >= 0; index--) {
            tree = new LinkedHashMap<>(Map.of(keys[index], tree));
        }
        return new Tree(tree);
    }

    private void deliver(String path, Tree document) {
        String[] steps = path.split("/", -1);
        switch (document.text("kind")) {
            case "Gateway" -> gateways.put(steps[2] + "/" + document.name(), document);
            case "Component" -> document.trees("patches").forEach(patch -> patch(patch, steps[2]));
            default -> {
                boolean ours = steps[1].equals("enrollment");
                Target target = new Target(ours ? "External" : document.text("kind"), steps[2], document.name());
                objects.merge(target, document, Tree::merge);
            }
        }
    }

    /** As Kustomize does it for an owner of all that is in a namespace. */
    private void patch(Tree patch, String namespace) {
        Tree wanted = patch.at("target");
        List<Target> selected = objects.keySet().stream()
                .filter(target -> target.namespace().equals(namespace)
                        && target.kind().equals(wanted.text("kind"))
                        && target.name().matches(wanted.text("name")))
                .filter(target -> isOf(wanted, apiVersion(target.kind())))
                .toList();
        assertThat(selected).as("%s", patch).hasSize(1);
        objects.merge(selected.get(0), Yaml.tree(patch.text("patch")), Tree::merge);
    }

    private static boolean isOf(Tree wanted, String apiVersion) {
        Map<String, Object> keys = wanted.map();
        return apiVersion.equals(keys.get("version")) || apiVersion.startsWith(keys.get("group") + "/");
    }

    /** As an owner does it who was told what to write. */
    private void own(Target target, NaiveRules rules) {
        Tree labels = nested(rules.labels(target), labelsOf(target.kind()));
        Tree annotations = nested(rules.annotations(target), "metadata", "annotations");
        objects.computeIfPresent(target, (same, object) -> object.merge(labels).merge(annotations));
    }

    Iterable<Target> targets() {
        return objects.keySet();
    }

    Tree object(Target target) {
        return objects.getOrDefault(target, new Tree(Map.of()));
    }

    /** A Gateway; those of others, which no document declares, let everybody in. */
    Optional<Tree> gateway(String reference) {
        boolean far = reference.startsWith(RandomModels.FAR + "/");
        return far ? Optional.of(OF_OTHERS) : Optional.ofNullable(gateways.get(reference));
    }
}
