package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.Kind;
import dev.waymark.testing.Intents;
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
import java.util.stream.Collectors;
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
    @MethodSource("cases")
    void componentsAreOfTheShippedShape(KustomizeCase each) throws Exception {
        assertThat(trees(each.ours(temporary))).isEqualTo(trees(each.shipped()));
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
                assertThat(new Owner(unit.resolve(layer)).build(kubectl)).containsExactlyInAnyOrderElementsOf(objects);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.testing.Intents#compiling")
    void componentsPatchTheirObjects(Path intent) throws Exception {
        render(intent);
        for (Path unit : children(temporary.resolve("out"))) {
            for (Path namespace : children(unit.resolve("components"))) {
                List<Tree> bare = new ArrayList<>();
                List<Tree> patched = new ArrayList<>();
                for (Path component : children(namespace, true)) {
                    Tree object = bare(component);
                    bare.add(object);
                    patched.add(patches(component).reduce(object, Tree::merge));
                }
                String objects = bare.stream().map(KustomizeConformance::text).collect(Collectors.joining("---\n"));
                List<Path> collections = children(namespace, false);
                assertThat(Owner.in(temporary, objects, collections).build(kubectl))
                        .containsExactlyInAnyOrderElementsOf(patched);
            }
        }
    }

    @Test
    void bookinfoIsLabelledAsOnTheSeedPage() throws Exception {
        Path unit = render(Intents.SAMPLES.resolve("bookinfo")).directory().resolve("bookinfo");
        Path components = unit.resolve("components/default");
        List<Path> included = List.of(components.resolve("objects"), components.resolve("namespace"));
        List<Tree> objects =
                new ArrayList<>(Owner.in(temporary, SeedPage.owner(), included).build(kubectl));
        objects.addAll(new Owner(unit.resolve("enrollment")).build(kubectl));
        assertThat(SeedPage.labelsOn(objects)).containsExactlyInAnyOrderElementsOf(SeedPage.labels());
    }

    private Rendering render(Path intent) throws Exception {
        return Rendering.of(intent, temporary.resolve("out"));
    }

    /** The patches of a component, of which an empty one has none. */
    private static Stream<Tree> patches(Path component) throws IOException {
        return Yaml.tree(Files.readString(component.resolve(FILE))).trees("patches").stream()
                .map(patch -> Yaml.tree(patch.text("patch")));
    }

    /** The object of a component before it is patched; if nothing is to be patched, its folder says what it is. */
    private static Tree bare(Path component) throws IOException {
        String[] words = component.getFileName().toString().split("_", 2);
        Kind kind = Stream.of(Kind.values())
                .filter(each -> each.fileWord().equals(words[0]))
                .findFirst()
                .orElseThrow();
        String name = patches(component).map(Tree::name).findFirst().orElse(words[1]);
        return new Tree(
                Map.of("apiVersion", kind.apiVersion(), "kind", kind.kindName(), "metadata", Map.of("name", name)));
    }

    private static String text(Tree bare) {
        return "apiVersion: " + bare.text("apiVersion") + "\nkind: " + bare.text("kind") + "\nmetadata:\n  name: \""
                + bare.name() + "\"\n";
    }

    /** The components of a namespace that are for one object, or those that gather others. */
    private static List<Path> children(Path namespace, boolean ofObjects) throws IOException {
        return children(namespace).stream()
                .filter(folder -> folder.getFileName().toString().contains("_") == ofObjects)
                .toList();
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
