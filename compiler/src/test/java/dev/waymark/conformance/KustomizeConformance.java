package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.Kubectl.Outcome;
import dev.waymark.testing.Intents;
import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.SeedPage;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kustomize builds what is rendered, and owners who include it get the labels or an error. */
class KustomizeConformance {
    private static final List<String> LAYERS = List.of("gateways", "enrollment", "labels");
    private static final String FILE = "kustomization.yaml";

    private static Kubectl kubectl;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void findKubectl(@TempDir Path folder) throws Exception {
        kubectl = Kubectl.in(folder);
    }

    static Stream<KustomizeCase> cases() throws IOException {
        return KustomizeCase.all();
    }

    static Stream<KustomizeCase> renderedCases() throws IOException {
        return cases().filter(each -> !each.toString().equals(KustomizeCase.NOTHING_LEFT));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ownersGetWhatIsExpected(KustomizeCase each) throws Exception {
        Outcome outcome = kubectl.kustomize(each.copy(temporary).resolve("owner"));
        if (each.has("expected.yaml")) {
            assertThat(outcome).isEqualTo(new Outcome(0, each.text("expected.yaml"), ""));
        } else {
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.err()).contains(each.text("expected-error.txt").strip());
        }
    }

    @ParameterizedTest
    @MethodSource("renderedCases")
    void componentsAreOfTheShippedShape(KustomizeCase each) throws Exception {
        assertThat(trees(each.ours(temporary))).isEqualTo(trees(each.shipped()));
    }

    @Test
    void theEmptyComponentIsOneThatOurSchemaKnows() throws Exception {
        KustomizeCase empty = cases().filter(each -> each.toString().equals(KustomizeCase.NOTHING_LEFT))
                .findFirst()
                .orElseThrow();
        Tree component = Yaml.tree(empty.text("component/" + FILE));
        assertThat(JsonSchema.published("kubernetes/component.schema.json").violations(component))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.testing.Intents#compiling")
    void layersGiveTheObjectsThatWereRendered(Path intent) throws Exception {
        SortedMap<String, Tree> documents = render(intent).documents();
        assertThat(documents).isNotEmpty();
        for (Path unit : children(temporary.resolve("out"))) {
            for (String layer : LAYERS) {
                String folder = unit.getFileName() + "/" + layer + "/";
                List<Tree> objects = documents.entrySet().stream()
                        .filter(document -> document.getKey().startsWith(folder))
                        .filter(document -> !document.getKey().endsWith(FILE))
                        .map(Map.Entry::getValue)
                        .toList();
                assertThat(build(unit.resolve(layer))).containsExactlyInAnyOrderElementsOf(objects);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.testing.Intents#compiling")
    void componentsPatchTheirObjects(Path intent) throws Exception {
        render(intent);
        for (Path unit : children(temporary.resolve("out"))) {
            for (Path namespace : children(unit.resolve("components"))) {
                List<Tree> patches = patches(namespace);
                String objects = String.join(
                        "---\n",
                        patches.stream().map(KustomizeConformance::bare).toList());
                List<Path> collections = children(namespace).stream()
                        .filter(folder -> !folder.getFileName().toString().contains("_"))
                        .toList();
                assertThat(build(owner(objects, collections))).containsExactlyInAnyOrderElementsOf(patches);
            }
        }
    }

    @Test
    void bookinfoIsLabelledAsOnTheSeedPage() throws Exception {
        Path unit = render(Intents.SAMPLES.resolve("bookinfo")).directory().resolve("bookinfo");
        Path components = unit.resolve("components/default");
        List<Path> included = List.of(components.resolve("objects"), components.resolve("namespace"));
        List<Tree> objects = new ArrayList<>(build(owner(SeedPage.owner(), included)));
        objects.addAll(build(unit.resolve("enrollment")));
        assertThat(SeedPage.labelsOn(objects)).containsExactlyInAnyOrderElementsOf(SeedPage.labels());
    }

    private Rendering render(Path intent) throws Exception {
        return Rendering.of(intent, temporary.resolve("out"));
    }

    /** Builds a kustomization, which must succeed. */
    private static List<Tree> build(Path folder) throws Exception {
        Outcome outcome = kubectl.kustomize(folder);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        return Yaml.trees(outcome.out());
    }

    /** A kustomization of somebody who includes components. */
    private Path owner(String objects, List<Path> components) throws IOException {
        Path owner = Files.createTempDirectory(temporary, "owner");
        StringBuilder text = new StringBuilder("resources: [objects.yaml]\ncomponents:\n");
        components.forEach(component ->
                text.append("- ").append(owner.relativize(component)).append('\n'));
        Files.writeString(owner.resolve("objects.yaml"), objects);
        Files.writeString(owner.resolve(FILE), text);
        return owner;
    }

    /** The patches of a namespace's components. */
    private static List<Tree> patches(Path namespace) throws IOException {
        List<Tree> patches = new ArrayList<>();
        for (Path component : children(namespace)) {
            Yaml.tree(Files.readString(component.resolve(FILE))).trees("patches").stream()
                    .map(patch -> Yaml.tree(patch.text("patch")))
                    .forEach(patches::add);
        }
        return patches;
    }

    /** The object of a patch before it is patched. */
    private static String bare(Tree patch) {
        return "apiVersion: " + patch.text("apiVersion") + "\nkind: " + patch.text("kind") + "\nmetadata:\n  name: \""
                + patch.name() + "\"\n";
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Files as trees; of patches, which are text, the trees in them. */
    private static SortedMap<String, Tree> trees(SortedMap<String, String> files) {
        SortedMap<String, Tree> trees = new TreeMap<>();
        files.forEach((path, text) -> {
            Tree tree = Yaml.tree(text);
            List<Object> patches = tree.trees("patches").stream()
                    .<Object>map(patch -> patch.merge(patch(patch)).map())
                    .toList();
            trees.put(path, patches.isEmpty() ? tree : tree.merge(new Tree(Map.of("patches", patches))));
        });
        return trees;
    }

    private static Tree patch(Tree patch) {
        return new Tree(Map.of("patch", Yaml.tree(patch.text("patch")).map()));
    }
}
