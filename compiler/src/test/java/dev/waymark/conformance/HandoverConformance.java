package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.HandoverCase.Snippet;
import dev.waymark.kube.Kind;
import dev.waymark.source.InputException;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is handed to owners gives their objects the labels that {@code inject} would, in the tools that it is for. */
class HandoverConformance {
    private static Kubectl kubectl;
    private static List<CrdSchema> definitions = List.of();

    /** The program is started once for each object. */
    private static final Map<HandoverCase, List<Snippet>> PRINTED = new HashMap<>();

    @TempDir
    private Path temporary;

    @BeforeAll
    static void findTools(@TempDir Path folder) throws Exception {
        kubectl = Kubectl.in(folder);
        definitions = CrdSchema.in(Path.of(Setting.of("waymark.crds")));
    }

    static Stream<HandoverCase> cases() throws InputException {
        return HandoverCase.all();
    }

    @Test
    void allKindsAreHandedOver() throws Exception {
        assertThat(cases().map(each -> each.object().kind()))
                .contains(
                        Kind.NAMESPACE,
                        Kind.SERVICE,
                        Kind.SERVICE_ENTRY,
                        Kind.WORKLOAD_ENTRY,
                        Kind.DEPLOYMENT,
                        Kind.STATEFUL_SET,
                        Kind.DAEMON_SET,
                        Kind.CRON_JOB,
                        Kind.ROLLOUT,
                        Kind.WORKLOAD_GROUP);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kustomizeLabelsTheOneOfItsNamespace(HandoverCase each) throws Exception {
        String snippet = snippet(each, "Kustomize").text();
        String manifests = each.manifest() + each.neighbour();
        assertThat(build(manifests, snippet)).containsExactlyInAnyOrderElementsOf(labelled(each, each.neighbour()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kustomizeFailsWhereThePatchMisses(HandoverCase each) throws Exception {
        String snippet = snippet(each, "Kustomize").text();
        String renamed = each.manifest().replace("name: \"", "name: \"x-");
        Outcome outcome = Owner.with(temporary, renamed, snippet).outcome(kubectl);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("nothing selected");
        if (!each.isNamespace() && !each.object().namespace().equals("default")) {
            String later = "namespace: \"" + each.object().namespace() + "\"\n";
            Outcome missed = Owner.with(temporary, withoutNamespace(each), later + snippet)
                    .outcome(kubectl);
            assertThat(missed.exit()).isEqualTo(1);
            assertThat(missed.err()).contains("is missing for replacement source");
        }
    }

    /** Each of these tools appends the patches to a kustomization, of which it may set the namespace. */
    @ParameterizedTest
    @MethodSource("cases")
    void controllersLabelIt(HandoverCase each) throws Exception {
        List<String> controllers = snippets(each).stream()
                .filter(snippet ->
                        snippet.text().startsWith("spec:") && snippet.text().contains("patches:"))
                .map(Snippet::patches)
                .toList();
        assertThat(controllers).hasSize(3);
        for (String patches : controllers) {
            assertThat(build(each.manifest() + each.neighbour(), patches))
                    .containsExactlyInAnyOrderElementsOf(labelled(each, each.neighbour()));
            if (!each.isNamespace()) {
                String later = "namespace: \"" + each.object().namespace() + "\"\n";
                assertThat(build(withoutNamespace(each), later + patches))
                        .containsExactlyElementsOf(labelled(each, ""));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void definitionsTakeTheParts(HandoverCase each) throws Exception {
        for (Snippet snippet : snippets(each)) {
            if (snippet.isOf("Flux")) {
                assertThat(violations("kustomize.toolkit.fluxcd.io/v1", "Kustomization", snippet))
                        .isEmpty();
            } else if (snippet.isOf("Argo CD")) {
                assertThat(violations("argoproj.io/v1alpha1", "Application", snippet))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void argoLabelsTheNamespaceThatItCreates(HandoverCase each) throws Exception {
        List<Snippet> creating = snippets(each).stream()
                .filter(snippet -> snippet.title().endsWith("that creates it"))
                .toList();
        assertThat(creating).hasSize(each.isNamespace() ? 1 : 0);
        for (Snippet snippet : creating) {
            Tree spec = Yaml.tree(snippet.text()).at("spec");
            assertThat(spec.at("destination").text("namespace"))
                    .isEqualTo(each.object().name());
            assertThat(spec.at("syncPolicy").texts("syncOptions")).containsExactly("CreateNamespace=true");
            assertThat(new Tree(Map.of(
                            "metadata",
                            spec.at("syncPolicy", "managedNamespaceMetadata").map())))
                    .satisfies(made -> assertThat(marks(each, made))
                            .isEqualTo(marks(each, labelled(each, "").get(0))));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kubectlLabelsIt(HandoverCase each) throws Exception {
        Path file = temporary.resolve("object.yaml");
        Files.writeString(file, each.manifest());
        Outcome outcome = kubectl.onFile(file, snippet(each, "kubectl").text());
        assertThat(outcome.exit()).as(outcome.toString()).isZero();
        Tree made = Yaml.tree(Files.readString(file));
        assertThat(marks(each, made)).isEqualTo(marks(each, labelled(each, "").get(0)));
    }

    private List<Snippet> snippets(HandoverCase each) throws Exception {
        if (!PRINTED.containsKey(each)) {
            PRINTED.put(each, each.snippets(temporary));
        }
        return PRINTED.get(each);
    }

    private Snippet snippet(HandoverCase each, String tool) throws Exception {
        return snippets(each).stream()
                .filter(snippet -> snippet.isOf(tool))
                .findFirst()
                .orElseThrow();
    }

    private List<Tree> build(String manifests, String rest) throws Exception {
        return Owner.with(temporary, manifests, rest).build(kubectl);
    }

    private static List<Tree> labelled(HandoverCase each, String neighbour) throws InputException {
        return HandoverCase.injected(each.manifest() + neighbour);
    }

    private static String withoutNamespace(HandoverCase each) {
        return each.manifest().replaceFirst(", namespace: \"[^\"]*\"", "");
    }

    /** Labels and annotations; kubectl adds to a typed object what else its kind has. */
    private static Map<String, Object> marks(HandoverCase each, Tree manifest) {
        Tree metadata = each.labelled(manifest);
        return Map.of(
                "labels", metadata.at("labels").map(),
                "annotations", metadata.at("annotations").map());
    }

    private static List<String> violations(String apiVersion, String kind, Snippet snippet) {
        Tree identity = new Tree(Map.of(
                "apiVersion", apiVersion, "kind", kind, "metadata", Map.of("name", "theirs", "namespace", "theirs")));
        return definitions.stream()
                .filter(definition -> definition.isOf(identity))
                .findFirst()
                .orElseThrow()
                .violationsOfPart(identity.merge(Yaml.tree(snippet.text())));
    }
}
