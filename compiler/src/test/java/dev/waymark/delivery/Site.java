package dev.waymark.delivery;

import dev.waymark.CompileRequest;
import dev.waymark.MeshCompiler;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A mesh that is rendered again and again, and delivered by one tool; what protects it can be taken out. */
final class Site {
    static final ObjectKey NAMESPACE = ObjectKey.namespace("shop");
    static final ObjectKey SERVICE = new ObjectKey("Service", "shop", "cart");

    private static final Map<String, String> ENGINES = Map.of(
            "argo",
            "{engine: argo, path: rendered, repoURL: \"https://git.example.com/mesh.git\", "
                    + "automated: {prune: true, selfHeal: true}}",
            "flux",
            "{engine: flux, path: rendered, sourceRef: {name: mesh}}");

    /** Parts of the Namespace and of a Service in it. */
    static final String ENROLLED = """
              waypoints:
              - namespace: shop
                consumers: [{namespace: shop, via: apply}, {service: cart, via: apply}]
            """;

    /** The same without them. */
    static final String EMPTY = "  waypoints: [{namespace: shop}]\n";

    private final Cluster cluster;
    private final String engine;
    private final Path folder;
    private final DeliveryTool tool;
    private UnaryOperator<Tree> harm = UnaryOperator.identity();
    private Repository head = Repository.EMPTY;

    Site(String engine, Path folder) {
        this(engine, folder, new Cluster(() -> {}));
    }

    Site(String engine, Path folder, Cluster cluster) {
        this.engine = engine;
        this.folder = folder;
        this.cluster = cluster;
        this.tool = DeliveryTool.of(engine, cluster);
    }

    String engine() {
        return engine;
    }

    Cluster cluster() {
        return cluster;
    }

    DeliveryTool tool() {
        return tool;
    }

    /** Does something to each document from now on. */
    Site harmedBy(UnaryOperator<Tree> change) {
        harm = change;
        return this;
    }

    /** The Namespace and the Service, as somebody makes them. */
    Owner owner(Owner.Way way) {
        Owner owner = new Owner(cluster, way);
        owner.write(NAMESPACE, fields(""));
        owner.write(SERVICE, fields("spec: {ports: [{port: 80}]}"));
        return owner;
    }

    static FieldSet fields(String spec) {
        return FieldSet.of(Yaml.tree("metadata: {labels: {team: red}}\n" + spec));
    }

    String intent(String spec) {
        return """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec:
                  delivery: %s
                """.formatted(ENGINES.get(engine)) + spec;
    }

    /** Renders over what was rendered before. */
    void render(String spec) throws Exception {
        commit(Rendering.of(intent(spec), folder).documents());
    }

    void commit(SortedMap<String, Tree> documents) {
        SortedMap<String, Tree> harmed = new TreeMap<>();
        documents.forEach((path, document) -> harmed.put(path, harm.apply(document)));
        head = new Repository(harmed);
        tool.follow(head);
    }

    SortedMap<String, Tree> documents() {
        return Collections.unmodifiableSortedMap(head.documents());
    }

    /** Renders and syncs all units, each after those that it waits for. */
    void deliver(String spec) throws Exception {
        render(spec);
        sync();
    }

    void sync() {
        Set<String> done = new TreeSet<>();
        while (!done.containsAll(tool.units())) {
            tool.units().stream()
                    .filter(unit -> !done.contains(unit) && done.containsAll(tool.awaited(unit)))
                    .toList()
                    .forEach(unit -> {
                        tool.sync(unit, false);
                        done.add(unit);
                    });
        }
    }

    /** What a check of an intent says, if a dump of the cluster is its complete inventory. */
    List<String> codes(String spec) throws Exception {
        Path dump = Files.writeString(folder.resolve("dump.yaml"), Dump.of(cluster));
        Path mesh = Files.writeString(folder.resolve("checked.yaml"), intent(spec));
        CompileRequest request = CompileRequest.of(List.of(mesh.toString()))
                .existing(new CompileRequest.Existing(List.of(dump.toString()), true, "default"));
        return new MeshCompiler(request)
                .validate().diagnostics().stream()
                        .map(found ->
                                found.severity().word() + " " + found.code().id())
                        .toList();
    }

    /** The labels of ours on an object. */
    SortedMap<String, Object> ours(ObjectKey object) {
        SortedMap<String, Object> ours = new TreeMap<>(cluster.get(object).fields());
        ours.keySet().removeIf(field -> !field.startsWith(FieldSet.LABELS + "istio.io/"));
        return ours;
    }

    /** The owner's label, while it is there. */
    String team(ObjectKey object) {
        return cluster.get(object).label("team");
    }

    /** Takes annotations out of what is applied. */
    static UnaryOperator<Tree> without(String... annotations) {
        return document -> {
            Tree metadata = document.at("metadata");
            Map<String, Object> kept =
                    new LinkedHashMap<>(metadata.at("annotations").map());
            Set.of(annotations).forEach(kept::remove);
            return metadata.map().containsKey("annotations")
                    ? with(
                            document,
                            "metadata",
                            with(metadata, "annotations", kept).map())
                    : document;
        };
    }

    /** Changes delivery objects of a layer; one behind another. */
    static UnaryOperator<Tree> spec(String layer, UnaryOperator<Tree> change) {
        return document -> document.map().containsKey("spec")
                        && document.text("apiVersion").matches("(argoproj|kustomize\\.toolkit\\.fluxcd)\\.io/.*")
                        && document.name().endsWith("-" + layer)
                ? with(document, "spec", change.apply(document.at("spec")).map())
                : document;
    }

    static Tree with(Tree tree, String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(tree.map());
        changed.put(key, value);
        return new Tree(changed);
    }
}
