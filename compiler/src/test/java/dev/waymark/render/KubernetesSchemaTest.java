package dev.waymark.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.Kind;
import dev.waymark.testing.Intents;
import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas in {@code schemas/kubernetes} describe what is rendered, and nothing else. */
class KubernetesSchemaTest {
    private static final JsonSchema LOCK = JsonSchema.published("lock.schema.json");
    private static final JsonSchema PATCH = schema("label-patch");
    private static final JsonSchema OPTIONS = schema("waypoint-options");
    private static final Map<String, JsonSchema> BY_KIND = Map.of(
            "Component", schema("component"),
            "ConfigMap", schema("configmap"),
            "Gateway", schema("gateway"),
            "Kustomization", schema("kustomization"),
            "ServiceEntry", schema("serviceentry"));

    private static JsonSchema schema(String kind) {
        return JsonSchema.published("kubernetes/" + kind + ".schema.json");
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.testing.Intents#compiling")
    void describesWhatIsRendered(Path intent, @TempDir Path temporary) throws Exception {
        Map<String, String> files =
                Rendering.of(intent, temporary.resolve("out")).files();
        assertThat(files).isNotEmpty();
        files.forEach(
                (path, text) -> assertThat(violations(path, text)).as(path).isEmpty());
    }

    @Test
    void everyKindIsAmongThem(@TempDir Path temporary) throws Exception {
        Rendering rendering = Rendering.of(Intents.EVERY_SHAPE, temporary.resolve("out"));
        assertThat(rendering.documents().values())
                .extracting(document -> document.text("kind"))
                .containsAll(BY_KIND.keySet());
        assertThat(rendering.documents("Component").stream().flatMap(KubernetesSchemaTest::patches))
                .extracting(patch -> patch.text("kind"))
                .containsAll(Stream.of(Kind.values())
                        .filter(kind -> kind != Kind.SERVICE_ENTRY)
                        .map(Kind::kindName)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gateways/default/gateway_waypoint.yaml | port: 15008 | port: 15009",
                "gateways/default/gateway_waypoint.yaml | protocol: HBONE | protocol: hbone",
                "gateways/default/gateway_waypoint.yaml | from: Same | from: Selector",
                "gateways/default/gateway_waypoint.yaml | from: Same | from: None",
                "gateways/default/gateway_waypoint.yaml | name: waypoint | name: none",
                "gateways/default/gateway_waypoint.yaml | istio.io/waypoint-for: service | istio.io/waypoint-for: pods",
                "gateways/default/gateway_waypoint.yaml | `  infrastructure:` | `  status:`",
                "gateways/kustomization.yaml | gateway_waypoint | waypoint",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | MESH_EXTERNAL | MESH_OUTSIDE",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: DNS | `resolution: DNS\n  addresses:\n  - istio.io`",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: DNS | `resolution: DNS\n  endpoints:\n  - ports: {tls-443: 8443}`",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: DNS | `resolution: DNS\n  endpoints:\n  - {address: unix://run}`",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: DNS | `resolution: DNS\n  endpoints: []`",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | istio.io/use-waypoint: egress-gateway | team: shop",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | istio.io/use-waypoint: egress-gateway | istio.io/use-waypoint: Egress",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | number: 443 | number: 70000",
                "components/default/service_reviews/kustomization.yaml | version: v1 | group: core",
                "components/default/service_reviews/kustomization.yaml | fieldPath: metadata.name | fieldPath: metadata.labels",
                "components/default/service_reviews/kustomization.yaml | `patch: |-` | `patch: |`",
                "components/default/service_reviews/kustomization.yaml | `      labels:` | `      annotations:`",
                "components/default/service_reviews/kustomization.yaml | `      labels:` | `      namespace: default\n      labels:`",
                "components/default/deployment_reviews-v2/kustomization.yaml | `      template:` | `      selector:`",
                "components/default/objects/kustomization.yaml | ../ | ./",
                "waymark.lock | \"version\": 1 | \"version\": 2",
                "waymark.lock | sha256: | md5:",
                "waymark.lock | \"gateways/kustomization.yaml | \"../kustomization.yaml"
            })
    void refusesWhatIsNotRendered(String file, String text, String other, @TempDir Path temporary) throws Exception {
        String path = "bookinfo/" + file;
        Path bookinfo = Intents.SAMPLES.resolve("bookinfo");
        String rendered = Rendering.of(bookinfo, temporary.resolve("out")).file(path);
        assertThat(rendered).contains(text);
        assertThat(violations(path, rendered.replace(text, other))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "configmap_waypoint-options | name: waypoint-options | name: waypoint",
                "configmap_waypoint-options | deployment: | daemonSet:",
                "configmap_waypoint-options | `deployment: |` | `deployment: |-`",
                "configmap_waypoint-options | name: istio-proxy | image: istio-proxy",
                "configmap_waypoint-options | 256Mi | 256MiB",
                "configmap_waypoint-options | minReplicas: 2 | minReplicas: 0",
                "configmap_waypoint-options | maxReplicas: 6 | `maxReplicas: \"6\"`",
                "configmap_waypoint-options | minAvailable: 1 | `minAvailable: 1\n      maxUnavailable: 1`",
                "configmap_waypoint-options | `      template:` | `      replicas: 2\n      template:`",
                "configmap_waypoint-options | `        spec:` | `        spec:\n          serviceAccountName: other`",
                "configmap_reviews-waypoint-options | replicas: 3 | replicas: -3",
                "configmap_reviews-waypoint-options | `      annotations:` | `      finalizers: [a]\n      annotations:`",
                "configmap_reviews-waypoint-options | `  service: |` | `  service: |\n    kind: Pod`",
                "gateway_waypoint | kind: ConfigMap | kind: Secret",
                "gateway_waypoint | name: waypoint-options | name: waypoint"
            })
    void refusesOptionsThatAreNotRendered(String file, String text, String other, @TempDir Path temporary)
            throws Exception {
        String path = "scaled/gateways/shop/" + file + ".yaml";
        Path scaled = Intents.SAMPLES.resolve("scaled");
        String rendered = Rendering.of(scaled, temporary.resolve("out")).file(path);
        assertThat(rendered).contains(text);
        assertThat(violations(path, rendered.replace(text, other))).isNotEmpty();
    }

    private static List<String> violations(String path, String text) {
        Tree document = Yaml.tree(text);
        if (path.endsWith("waymark.lock")) {
            return LOCK.violations(document);
        }
        JsonSchema schema = Optional.ofNullable(BY_KIND.get(document.text("kind")))
                .orElseThrow(() -> new AssertionError("no schema for " + path));
        List<String> violations = schema.violations(document);
        return violations.isEmpty() ? ofEmbedded(document) : violations;
    }

    /** What the documents inside of a document break. */
    private static List<String> ofEmbedded(Tree document) {
        if (document.text("kind").equals("ConfigMap")) {
            return OPTIONS.violations(options(document));
        }
        return patches(document)
                .flatMap(patch -> PATCH.violations(patch).stream())
                .toList();
    }

    private static Tree options(Tree configMap) {
        Map<String, Object> options = new LinkedHashMap<>();
        Tree data = configMap.at("data");
        data.map()
                .keySet()
                .forEach(key -> options.put(key, Yaml.tree(data.text(key)).map()));
        return new Tree(options);
    }

    private static Stream<Tree> patches(Tree component) {
        return component.trees("patches").stream().map(patch -> Yaml.tree(patch.text("patch")));
    }
}
