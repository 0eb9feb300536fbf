package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.FileTree;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample's plugin is run as Argo CD runs it: its command, in the folder of the source, with nothing else around. */
class ArgoPluginConformance {
    private static final int LONGEST_RUN_SECONDS = 60;

    @TempDir
    private Path folder;

    private String path;

    private ArgoPlugin plugin;
    private Path source;

    @BeforeEach
    void copyTheSource() throws IOException {
        plugin = ArgoPlugin.read();
        source = copy("argocd-plugin");
        path = Launcher.path(folder);
    }

    private Path copy(String sample) throws IOException {
        Path copy = folder.resolve(sample);
        FileTree.write(FileTree.of(ArgoPlugin.SAMPLE.resolveSibling(sample)), copy);
        return copy;
    }

    private Outcome generate(Path from, Map<String, String> parameters) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(plugin.command()).directory(from.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", path);
        environment.putAll(ArgoPlugin.environment(parameters));
        return Outcome.of(builder, folder, LONGEST_RUN_SECONDS, "a shell is needed");
    }

    private static void assertFails(Outcome outcome, String message) {
        assertThat(outcome.exit()).as(outcome.toString()).isNotZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "test, gateways",
        "test, enrollment",
        "test, labels",
        "prod, gateways",
        "prod, enrollment",
        "prod, labels"
    })
    void printsTheObjectsOfOneLayerOfOneCluster(String cluster, String layer) throws Exception {
        Outcome printed = generate(source, Map.of("layer", layer, "cluster", cluster));
        assertThat(printed.exit()).as(printed.toString()).isZero();
        assertThat(Yaml.trees(printed.out()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(ArgoPlugin.expected(cluster, layer));
    }

    @Test
    void theClustersDiffer() throws Exception {
        assertThat(ArgoPlugin.expected("prod", "gateways"))
                .hasSizeGreaterThan(ArgoPlugin.expected("test", "gateways").size());
    }

    /** An Application that lacks a parameter, or has a wrong one, must not be taken for one that has no objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | test | PARAM_LAYER: is not set",
                "gateways | '' | name it by --cluster",
                "gateway | test | gateways",
                "gateways | prood | has no cluster prood",
                "gateways --cluster=test | prod | gateways",
                "gateways; echo injected | test | gateways",
                "$(echo gateways) | test | gateways",
                "gateways | --help | has no cluster --help",
                "gateways | test; echo injected | has no cluster"
            })
    void refusesWrongParameters(String layer, String cluster, String message) throws Exception {
        assertFails(generate(source, Map.of("layer", layer, "cluster", cluster)), message);
    }

    @Test
    void aMistakePrintsNothing() throws Exception {
        Path intent = source.resolve("intents/platform.yaml");
        Files.writeString(intent, Files.readString(intent).replace("- external: ", "- extrenal: "));
        assertFails(generate(source, Map.of("layer", "gateways", "cluster", "test")), "intents/platform.yaml:");
    }

    /** One that comes up late: the gateways of this fleet are right. */
    @Test
    void labelsThatGoByPatchAreRefused() throws Exception {
        Path intent = source.resolve("intents/platform.yaml");
        Files.writeString(intent, Files.readString(intent).replace("via: apply", "via: patch"));
        assertFails(generate(source, Map.of("layer", "labels", "cluster", "test")), "WM4009");
    }

    @Test
    void anIntentNeedsNoCluster() throws Exception {
        Outcome printed = generate(copy("argo"), Map.of("layer", "enrollment"));
        assertThat(printed.exit()).as(printed.toString()).isZero();
        assertThat(Yaml.tree(printed.out()).text("kind")).isEqualTo("ServiceEntry");
    }

    @Test
    void isFoundByItsFile() throws Exception {
        assertThat(plugin.matches(source)).isTrue();
        assertThat(plugin.matches(copy("argo"))).isTrue();
        assertThat(plugin.matches(source.resolve("intents"))).isFalse();
        assertThat(plugin.matches(copy("inject").resolve("chart"))).isFalse();
    }

    @Test
    void announcesTheParametersThatItReads() {
        assertThat(plugin.announcedVariables()).containsExactlyInAnyOrderElementsOf(plugin.variables());
    }

    @Test
    void everyLayerHasAnApplication() throws Exception {
        List<Tree> applications = file("applications.yaml");
        assertThat(applications).hasSize(3);
        for (Tree application : applications) {
            Map<String, String> parameters = parameters(application.at("spec"));
            Outcome printed = generate(source, parameters);
            assertThat(Yaml.trees(printed.out()))
                    .containsExactlyInAnyOrderElementsOf(
                            ArgoPlugin.expected(parameters.getOrDefault("cluster", ""), layer(application)));
            assertThat(application.at("spec", "syncPolicy", "automated").value("prune"))
                    .isEqualTo(!layer(application).equals("labels"));
        }
        assertThat(applications.stream().map(ArgoPluginConformance::layer))
                .containsExactly("gateways", "enrollment", "labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"applications.yaml", "applicationsets.yaml"})
    void definitionsTakeTheDeliveryObjects(String name) throws Exception {
        List<CrdSchema> schemas = CrdSchema.in(Path.of(Setting.of("waymark.crds")));
        for (Tree object : file(name)) {
            CrdSchema schema = schemas.stream()
                    .filter(each -> each.isOf(object))
                    .findFirst()
                    .orElseThrow();
            assertThat(schema.violations(object)).as(object.name()).isEmpty();
        }
    }

    private List<Tree> file(String name) throws IOException {
        return Yaml.trees(Files.readString(source.resolve("argocd").resolve(name)));
    }

    private static Map<String, String> parameters(Tree spec) {
        return spec.at("source", "plugin").trees("parameters").stream()
                .collect(Collectors.toMap(
                        each -> each.text("name"), each -> each.text("string"), (a, b) -> b, LinkedHashMap::new));
    }

    private static String layer(Tree application) {
        return parameters(application.at("spec")).getOrDefault("layer", "");
    }

    @Test
    void theSidecarIsPatchedIn() throws Exception {
        Files.writeString(source.resolve("kustomization.yaml"), """
                resources: [repo-server.yaml]
                components: [argocd]
                """);
        Files.writeString(source.resolve("repo-server.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: argocd-repo-server}
                spec:
                  template:
                    spec:
                      containers: [{name: argocd-repo-server, image: argocd}]
                      volumes: [{name: var-files, emptyDir: {}}, {name: plugins, emptyDir: {}}]
                """);
        Outcome built = Kubectl.in(folder).kustomize(source);
        assertThat(built.exit()).as(built.toString()).isZero();
        Tree configuration = ofKind("ConfigMap", built);
        Tree pod = ofKind("Deployment", built).at("spec", "template", "spec");
        Tree sidecar = named(pod, "containers", "waymark");
        assertThat(sidecar.texts("command")).containsExactly("/var/run/argocd/argocd-cmp-server");
        assertThat(sidecar.at("securityContext").value("runAsUser")).isEqualTo(999L);
        assertThat(names(pod, "volumes"))
                .containsAll(names(sidecar, "volumeMounts").toList());
        assertThat(named(pod, "volumes", "waymark-plugin").at("configMap").text("name"))
                .isEqualTo(configuration.name());
        assertThat(configuration.at("data").text("plugin.yaml"))
                .isEqualTo(Files.readString(source.resolve("argocd/plugin.yaml")));
    }

    private static Tree ofKind(String kind, Outcome built) {
        return Yaml.trees(built.out()).stream()
                .filter(each -> each.text("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> names(Tree tree, String list) {
        return tree.trees(list).stream().map(each -> each.text("name"));
    }

    private static Tree named(Tree tree, String list, String name) {
        return tree.trees(list).stream()
                .filter(each -> each.text("name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
