package dev.waymark.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.check.Checks;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.IntentBinder;
import dev.waymark.intent.MeshIntent;
import dev.waymark.lock.Past;
import dev.waymark.lower.Lowering;
import dev.waymark.render.ManifestPrinter;
import dev.waymark.schema.SchemaCheck;
import dev.waymark.source.SourceFile;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a model is rendered to: texts by their paths, and the same read back. */
record RenderedModel(SortedMap<String, String> files, SortedMap<String, Tree> trees) {
    private static final Predicate<String> LAYER =
            Pattern.compile("[^/]+/[^/]+/kustomization.yaml").asMatchPredicate();
    private static final SchemaCheck SCHEMA = SchemaCheck.meshIntent();
    private static final ManifestPrinter PRINTER = new ManifestPrinter();

    /** Compiles a model, which must have no mistake, and prints what has a path that is wanted, and is no layer. */
    static RenderedModel of(Model model, Predicate<String> wanted) {
        DiagnosticLog log = new DiagnosticLog();
        List<MeshIntent> intents = intents(model, log);
        Mesh mesh = Resolver.resolve(intents, Optional.empty(), log);
        Checks.references(mesh, log);
        Lowering lowering = Lowering.of(mesh, Past.NONE, false);
        Checks.tree(mesh, lowering, log);
        assertThat(log.sorted().stream().filter(Diagnostic::isError))
                .as("%s", model)
                .isEmpty();
        SortedMap<String, String> files = new TreeMap<>();
        lowering.forEach(manifest -> {
            if (wanted.test(manifest.fullPath()) && !LAYER.test(manifest.fullPath())) {
                files.put(manifest.fullPath(), PRINTER.print(manifest.resource()));
            }
        });
        SortedMap<String, Tree> trees = new TreeMap<>();
        files.forEach((path, text) -> trees.put(path, Yaml.tree(text)));
        return new RenderedModel(files, trees);
    }

    private static List<MeshIntent> intents(Model model, DiagnosticLog log) {
        List<MeshIntent> intents = new ArrayList<>();
        for (String text : model.documents()) {
            SourceFile file = new SourceFile("mesh/" + intents.size() + ".yaml", text);
            YamlDocument document = YamlReader.read(file).documents().get(0);
            log.addAll(SCHEMA.check(document));
            intents.add(IntentBinder.bind(document));
        }
        return intents;
    }

    /** The Gateways of a unit, byte for byte, and the list of them. */
    SortedMap<String, String> gatewaysOf(String unit) {
        String layer = unit + "/gateways/";
        return files.subMap(layer, layer + Character.MAX_VALUE);
    }

    /** Whether the listener of a waypoint admits a namespace that carries no label but its name. */
    boolean admits(Model.Waypoint waypoint, String unit, String namespace) {
        String path = unit + "/gateways/" + waypoint.namespace() + "/gateway_" + waypoint.name() + ".yaml";
        Tree gateway = Objects.requireNonNull(trees.get(path));
        Tree namespaces = gateway.at("spec").trees("listeners").get(0).at("allowedRoutes", "namespaces");
        return switch (namespaces.text("from")) {
            case "All" -> true;
            case "Same" -> namespace.equals(waypoint.namespace());
            default -> matches(namespaces.at("selector"), Map.of("kubernetes.io/metadata.name", namespace));
        };
    }

    /** As the API machinery matches a label selector. */
    private static boolean matches(Tree selector, Map<String, String> labels) {
        boolean all = selector.at("matchLabels").map().entrySet().stream()
                .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
        return all && selector.trees("matchExpressions").stream().allMatch(each -> holds(each, labels));
    }

    private static boolean holds(Tree expression, Map<String, String> labels) {
        boolean there = labels.containsKey(expression.text("key"));
        boolean listed = there && expression.texts("values").contains(labels.get(expression.text("key")));
        return switch (expression.text("operator")) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> there;
            default -> !there;
        };
    }

    /** As {@link NaiveRules#gateways}. */
    SortedSet<String> gateways() {
        return lines((path, document) -> document.text("kind").equals("Gateway")
                ? Stream.of(unit(path) + " " + gateway(document))
                : Stream.empty());
    }

    private SortedSet<String> lines(BiFunction<String, Tree, Stream<String>> describe) {
        SortedSet<String> lines = new TreeSet<>();
        trees.forEach(
                (path, document) -> lines.addAll(describe.apply(path, document).toList()));
        return lines;
    }

    private static String gateway(Tree gateway) {
        Tree labels = gateway.at("metadata", "labels");
        Tree listener = gateway.at("spec").trees("listeners").get(0);
        return gateway.at("metadata").text("namespace") + "/" + gateway.name() + " "
                + labels.text("istio.io/waypoint-for") + " "
                + labels.map().getOrDefault("istio.io/rev", "none") + " "
                + admission(listener.at("allowedRoutes", "namespaces"));
    }

    private static String admission(Tree namespaces) {
        Tree selector = namespaces.at("selector");
        SortedSet<String> expressions = new TreeSet<>();
        for (Tree each : selector.trees("matchExpressions")) {
            expressions.add(each.text("key") + " " + each.text("operator") + " " + each.list("values"));
        }
        String words = selector.map().isEmpty() ? "" : " " + selector.at("matchLabels") + " " + expressions;
        return namespaces.text("from") + words;
    }

    /** As {@link NaiveRules#objects}. */
    SortedSet<String> objects() {
        return lines((path, document) -> document.text("kind").equals("ServiceEntry")
                ? Stream.of(line(path, document.at("metadata").text("namespace"), document, "metadata", "labels"))
                : document.trees("patches").stream().map(patch -> patched(path, Yaml.tree(patch.text("patch")))));
    }

    private static String patched(String path, Tree object) {
        return line(path, path.split("/", -1)[2], object, labelsOf(object.text("kind")));
    }

    private static String[] labelsOf(String kind) {
        return switch (kind) {
            case "Namespace", "Service" -> new String[] {"metadata", "labels"};
            case "CronJob" -> new String[] {"spec", "jobTemplate", "spec", "template", "metadata", "labels"};
            case "WorkloadGroup" -> new String[] {"spec", "metadata", "labels"};
            default -> new String[] {"spec", "template", "metadata", "labels"};
        };
    }

    private static String line(String path, String namespace, Tree object, String... labels) {
        return unit(path) + " " + object.text("kind") + " " + namespace + "/" + object.name() + " "
                + new TreeMap<>(object.at(labels).map());
    }

    /** The components that collections include, {@code unit namespace/folder}, each as often as it is listed. */
    List<String> included() {
        List<String> lines = new ArrayList<>();
        trees.forEach((path, document) -> document.texts("components")
                .forEach(each -> lines.add(unit(path) + " " + path.split("/", -1)[2] + each.replace("..", ""))));
        return lines;
    }

    /** The components that there are. */
    SortedSet<String> components() {
        return lines((path, document) -> document.trees("patches").stream()
                .map(patch -> path.split("/", -1))
                .map(steps -> steps[0] + " " + steps[2] + "/" + steps[3]));
    }

    private static String unit(String path) {
        return path.substring(0, path.indexOf('/'));
    }
}
