package dev.waymark.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.check.Checks;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.IntentBinder;
import dev.waymark.intent.MeshIntent;
import dev.waymark.inventory.Inventory;
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
import java.util.Locale;
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
        List<MeshIntent> intents = intents(new Documents(model).texts(), log);
        Mesh mesh = Resolver.resolve(intents, Optional.empty(), Inventory.NONE, log);
        new Checks(Inventory.NONE, log).references(mesh);
        Lowering lowering = Lowering.of(mesh);
        new Checks(Inventory.NONE, log).tree(mesh, lowering);
        assertThat(log.sorted().stream().filter(Diagnostic::isError))
                .as("%s", model)
                .isEmpty();
        SortedMap<String, String> files = new TreeMap<>();
        lowering.forEach(manifest -> {
            if (wanted.test(manifest.fullPath()) && !LAYER.test(manifest.fullPath())) {
                assertThat(files.put(manifest.fullPath(), PRINTER.print(manifest.resource())))
                        .isNull();
            }
        });
        SortedMap<String, Tree> trees = new TreeMap<>();
        files.forEach((path, text) -> trees.put(path, Yaml.tree(text)));
        return new RenderedModel(files, trees);
    }

    private static List<MeshIntent> intents(List<String> texts, DiagnosticLog log) {
        List<MeshIntent> intents = new ArrayList<>();
        for (String text : texts) {
            SourceFile file = new SourceFile("mesh/" + intents.size() + ".yaml", text);
            YamlDocument document = YamlReader.read(file).documents().get(0);
            log.addAll(SCHEMA.check(document));
            intents.add(IntentBinder.bind(document));
        }
        return intents;
    }

    /** The Gateways of a unit, byte for byte. */
    SortedMap<String, String> gatewaysOf(String unit) {
        SortedMap<String, String> gateways = new TreeMap<>(files);
        gateways.keySet().removeIf(path -> !path.startsWith(unit + "/gateways/") || !path.contains("/gateway_"));
        return gateways;
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
                + admission(listener.at("allowedRoutes", "namespaces"))
                + (gateway.at("spec", "infrastructure", "labels").map().containsKey("istio.io/global")
                        ? " global"
                        : "");
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
        return lines((path, document) -> {
            boolean named = path.contains("_") && !document.text("kind").equals("Gateway");
            return named ? Stream.of(object(path, document)) : Stream.empty();
        });
    }

    private static String object(String path, Tree document) {
        String[] steps = path.split("/", -1);
        return switch (steps[1]) {
            case "components" -> patched(steps, document);
            case "gateways" -> line(steps, " full ", document);
            case "enrollment" -> line(steps, " ours ", document);
            default -> line(steps, " apply ", document);
        };
    }

    /** A component without a patch says only by its folder whose it is. */
    private static String patched(String[] steps, Tree component) {
        List<Tree> patches = component.trees("patches");
        if (patches.isEmpty()) {
            String[] words = steps[3].split("_", 2);
            return steps[0] + " patch " + words[0] + " " + steps[2] + "/" + words[1] + " {} {}";
        }
        return line(steps, " patch ", Yaml.tree(patches.get(0).text("patch")));
    }

    private static String line(String[] steps, String how, Tree object) {
        String kind = object.text("kind");
        return steps[0] + how + kind.toLowerCase(Locale.ROOT) + " " + steps[2] + "/" + object.name() + " "
                + new TreeMap<>(object.at(Cluster.labelsOf(kind)).map()) + " "
                + new TreeMap<>(object.at("metadata", "annotations").map());
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
        return lines((path, document) -> Stream.of(path)
                .filter(each -> each.contains("/components/") && each.contains("_"))
                .map(each -> each.split("/", -1))
                .map(steps -> steps[0] + " " + steps[2] + "/" + steps[3]));
    }

    private static String unit(String path) {
        return path.substring(0, path.indexOf('/'));
    }
}
