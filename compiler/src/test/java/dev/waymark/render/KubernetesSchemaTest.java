package dev.waymark.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.Kind;
import dev.waymark.testing.Intents;
import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final JsonSchema PARTIAL = schema("partial-object");
    private static final JsonSchema FLUX = schema("flux-kustomization");
    private static final JsonSchema PATCH = schema("label-patch");
    private static final JsonSchema OPTIONS = schema("waypoint-options");
    private static final Map<Path, Map<String, String>> RENDERED = new HashMap<>();

    @TempDir
    private static Path temporary;

    private static final Map<String, JsonSchema> BY_KIND = Map.of(
            "Component", schema("component"),
            "ConfigMap", schema("configmap"),
            "Gateway", schema("gateway"),
            "Kustomization", schema("kustomization"),
            "Namespace", schema("namespace"),
            "ServiceEntry", schema("serviceentry"),
            "Application", schema("application"));

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
                .containsAll(ofIntents());
        assertThat(rendering.documents("Component").stream().flatMap(KubernetesSchemaTest::patches))
                .extracting(patch -> patch.text("kind"))
                .containsAll(kinds(labelled()));
        assertThat(rendering.documents().entrySet())
                .filteredOn(document -> isPartial(document.getKey()))
                .extracting(document -> document.getValue().text("kind"))
                .containsAll(kinds(labelled().filter(kind -> !kind.isWorkload())));
    }

    /** All but what delivers them. */
    private static List<String> ofIntents() {
        return BY_KIND.keySet().stream()
                .filter(kind -> !kind.startsWith("Application"))
                .toList();
    }

    /** The kinds that intents can name; pods and Jobs are there before anybody could label them. */
    private static Stream<Kind> labelled() {
        return Stream.of(Kind.values()).filter(kind -> kind != Kind.POD && kind != Kind.JOB);
    }

    private static List<String> kinds(Stream<Kind> kinds) {
        return kinds.map(Kind::kindName).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bookinfo/gateways/default/gateway_waypoint.yaml | port: 15008 | port: 15009",
                "bookinfo/gateways/default/gateway_waypoint.yaml | protocol: HBONE | protocol: hbone",
                "bookinfo/gateways/default/gateway_waypoint.yaml | from: Same | from: Selector",
                "bookinfo/gateways/default/gateway_waypoint.yaml | from: Same | from: None",
                "bookinfo/gateways/default/gateway_waypoint.yaml | name: waypoint | name: none",
                "bookinfo/gateways/default/gateway_waypoint.yaml | istio.io/waypoint-for: service | istio.io/waypoint-for: pods",
                "bookinfo/gateways/default/gateway_waypoint.yaml | `  infrastructure:` | `  status:`",
                "bookinfo/gateways/kustomization.yaml | gateway_waypoint | waypoint",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | MESH_EXTERNAL | MESH_OUTSIDE",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: DNS | `resolution: DNS\n  addresses:\n  - istio.io`",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: DNS | `resolution: DNS\n  endpoints:\n  - ports: {tls-443: 8443}`",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: DNS | `resolution: DNS\n  endpoints:\n  - {address: unix://run}`",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: DNS | `resolution: DNS\n  endpoints: []`",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | istio.io/use-waypoint: egress-gateway | team: shop",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | istio.io/use-waypoint: egress-gateway | istio.io/use-waypoint: Egress",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | number: 443 | number: 70000",
                "bookinfo/components/default/service_reviews/kustomization.yaml | version: v1 | group: core",
                "bookinfo/components/default/service_reviews/kustomization.yaml | fieldPath: metadata.name | fieldPath: metadata.labels",
                "bookinfo/components/default/service_reviews/kustomization.yaml | `patch: |-` | `patch: |`",
                "bookinfo/components/default/service_reviews/kustomization.yaml | `      labels:` | `      annotations:`",
                "bookinfo/components/default/service_reviews/kustomization.yaml | `      labels:` | `      namespace: default\n      labels:`",
                "bookinfo/components/default/deployment_reviews-v2/kustomization.yaml | `      template:` | `      selector:`",
                "bookinfo/components/default/objects/kustomization.yaml | ../ | ./",
                "bookinfo/waymark.lock | \"version\": 1 | \"version\": 2",
                "bookinfo/waymark.lock | sha256: | md5:",
                "bookinfo/waymark.lock | \"gateways/kustomization.yaml | \"../kustomization.yaml",
                "every-shape/gateways/bare/namespace_bare.yaml | `  name: bare` | `  name: bare\n  namespace: bare`",
                "every-shape/gateways/bare/namespace_bare.yaml | `  annotations:` | `  labels: {}\n  annotations:`",
                "every-shape/gateways/bare/namespace_bare.yaml | prune: Disabled | prune: Enabled",
                "every-shape/gateways/bare/namespace_bare.yaml | `Prune=false,` | ``",
                "every-shape/gateways/bare/namespace_bare.yaml | `metadata:` | `spec: {}\nmetadata:`",
                "every-shape/gateways/ours/namespace_ours.yaml | `use-waypoint: shared` | `use-waypoint: none`",
                "every-shape/gateways/ours/namespace_ours.yaml | `    istio.io/use-waypoint: shared\n` | ``",
                "every-shape/gateways/ours/namespace_ours.yaml | `dataplane-mode: ambient` | `dataplane-mode: enabled`",
                "every-shape/gateways/ours/namespace_ours.yaml | `canary-weight: \"7\"` | `canary-weight: 7`",
                "every-shape/gateways/ours/namespace_ours.yaml | `    istio.io/use-waypoint-canary-weight: \"7\"\n` | ``",
                "every-shape/gateways/ours/namespace_ours.yaml | `    istio.io/use-waypoint-canary: next\n` | ``",
                "every-shape/gateways/ours/gateway_worldwide.yaml | `istio.io/global: \"true\"` | `istio.io/global: \"false\"`",
                "every-shape/enrollment/partners/serviceentry_raw.yaml | `canary-weight: \"7\"` | `canary-weight: \"101\"`",
                "every-shape/enrollment/partners/serviceentry_raw.yaml | `    istio.io/use-waypoint-canary: next` | `    istio.io/global: \"true\"`",
                "every-shape/enrollment/0x10/serviceentry_out.yaml | `use-waypoint: none` | `use-waypoint: none\n    istio.io/use-waypoint-namespace: ours`",
                "every-shape/labels/parts/service_web.yaml | `metadata:` | `spec: {}\nmetadata:`",
                "every-shape/labels/parts/service_web.yaml | `metadata:` | `status: {}\nmetadata:`",
                "every-shape/labels/parts/service_web.yaml | `  namespace: parts\n` | ``",
                "every-shape/labels/parts/service_web.yaml | `  annotations:` | `  uid: \"1\"\n  annotations:`",
                "every-shape/labels/parts/service_web.yaml | `  labels:` | `  labels:\n    team: shop`",
                "every-shape/labels/parts/service_web.yaml | `  annotations:` | `  annotations:\n    team: shop`",
                "every-shape/labels/parts/service_web.yaml | `use-waypoint: shared` | `use-waypoint: 1`",
                "every-shape/labels/parts/service_web.yaml | `ingress-use-waypoint: \"false\"` | `ingress-use-waypoint: \"0\"`",
                "every-shape/labels/parts/service_web.yaml | `Prune=false,` | ``",
                "every-shape/labels/parts/service_web.yaml | `    argocd.argoproj.io/sync-options: \"ServerSideApply=true,Validate=false,Prune=false,Delete=false\"\n` | ``",
                "every-shape/labels/parts/service_web.yaml | `    argocd.argoproj.io/compare-options: IgnoreExtraneous\n` | ``",
                "every-shape/labels/parts/service_web.yaml | `    kustomize.toolkit.fluxcd.io/ssa: Merge\n` | ``",
                "every-shape/labels/parts/service_web.yaml | `    kustomize.toolkit.fluxcd.io/prune: Disabled\n` | ``",
                "every-shape/labels/parts/service_web.yaml | `    istio.io/use-waypoint-canary-weight: \"7\"\n` | ``",
                "every-shape/labels/parts/service_web.yaml | `    istio.io/use-waypoint: shared\n` | ``",
                "every-shape/labels/parts/service_web.yaml | `kind: Service` | `kind: Deployment`",
                "every-shape/labels/before/service_web.yaml | `  annotations:` | `  labels: {}\n  annotations:`",
                "every-shape/labels/before/service_web.yaml | `  annotations:` | `  annotations:\n    istio.io/use-waypoint-canary-weight: \"7\"`",
                "every-shape/labels/parts/namespace_parts.yaml | `  name: parts` | `  name: parts\n  namespace: parts`",
                "every-shape/labels/parts/namespace_parts.yaml | `use-waypoint: shared` | `use-waypoint: none`",
                "every-shape/labels/parts/workloadentry_vm.v2.yaml | `    istio.io/use-waypoint: entries` | `    istio.io/use-waypoint: entries\n    istio.io/ingress-use-waypoint: \"true\"`",
                "every-shape/labels/parts/workloadentry_vm.v2.yaml | `  annotations:` | `  annotations:\n    istio.io/use-waypoint-canary-weight: \"7\"`",
                "every-shape/labels/parts/serviceentry_api.v2.yaml | `  labels:` | `  labels:\n    istio.io/global: \"true\"`",
                "every-shape/labels/parts/serviceentry_api.v2.yaml | `networking.istio.io/v1` | `networking.istio.io/v1beta1`",
                "every-shape/labels/kustomization.yaml | `parts/service_web.yaml` | `parts/deployment_web.yaml`",
                "every-shape/components/ours/service_web/kustomization.yaml | `        istio.io/use-waypoint-canary-weight: \"7\"` | `        team: shop`",
                "every-shape/components/ours/service_web/kustomization.yaml | `        istio.io/use-waypoint: shared\n` | ``",
                "every-shape/components/0x10/deployment_out/kustomization.yaml | `use-waypoint: none` | `use-waypoint: None`",
                "every-shape/components/later/service_web/kustomization.yaml | `patches: []` | `patches: []\nreplacements: []`",
                "every-shape/components/later/service_web/kustomization.yaml | `patches: []` | `components: []`",
                "every-shape/components/later/objects/kustomization.yaml | `../workloadentry_vm` | `../pod_vm`"
            })
    void refusesWhatIsNotRendered(String path, String text, String other) throws Exception {
        Path intent = path.startsWith("bookinfo/") ? Intents.SAMPLES.resolve("bookinfo") : Intents.EVERY_SHAPE;
        assertRefused(rendered(intent, path), path, text, other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "argo/platform/argocd/application_platform-gateways.yaml | `sync-wave: \"-1\"` | `sync-wave: \"1\"`",
                "argo/platform/argocd/application_platform-gateways.yaml | `  annotations:` | `  finalizers: [resources-finalizer.argocd.argoproj.io]\n  annotations:`",
                "argo/platform/argocd/application_platform-gateways.yaml | `    name: prod-eu` | `    name: prod-eu\n    server: https://kubernetes.default.svc`",
                "argo/platform/argocd/application_platform-gateways.yaml | rendered/platform/gateways | ../platform/gateways",
                "argo/platform/argocd/application_platform-gateways.yaml | ServerSideApply=true | Replace=true",
                "argo/platform/argocd/application_platform-labels.yaml | `prune: false` | `prune: true`",
                "argo/platform/argocd/application_platform-labels.yaml | `    - \"ClientSideApplyMigration=false\"\n` | ``",
                "argo/platform/labels/legacy/namespace_legacy.yaml | `    argocd.argoproj.io/compare-options: IgnoreExtraneous\n` | ``",
                "flux/platform/flux/kustomization_platform-gateways.yaml | `  wait: true\n` | ``",
                "flux/platform/flux/kustomization_platform-gateways.yaml | `== 'Programmed'` | `== 'Ready'`",
                "flux/platform/flux/kustomization_platform-gateways.yaml | `prune: true` | `prune: true\n  dependsOn:\n  - name: platform-labels`",
                "flux/platform/flux/kustomization_platform-enrollment.yaml | `  dependsOn:\n  - name: platform-gateways\n` | ``",
                "flux/platform/flux/kustomization_platform-labels.yaml | `prune: false` | `prune: true`",
                "flux/platform/flux/kustomization_platform-labels.yaml | `  deletionPolicy: Orphan` | ``",
                "flux/platform/flux/kustomization_platform-labels.yaml | `interval: \"10m\"` | `interval: \"1d\"`",
                "flux/platform/flux/kustomization_platform-labels.yaml | `\"./rendered` | `\"/rendered`",
                "flux/platform/labels/legacy/namespace_legacy.yaml | `    kustomize.toolkit.fluxcd.io/ssa: Merge\n` | ``"
            })
    void refusesADeliveryThatIsNotRendered(String file, String text, String other) throws Exception {
        String[] parts = file.split("/", 2);
        assertRefused(rendered(Intents.SAMPLES.resolve(parts[0]), parts[1]), parts[1], text, other);
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
    void refusesOptionsThatAreNotRendered(String file, String text, String other) throws Exception {
        String path = "scaled/gateways/shop/" + file + ".yaml";
        assertRefused(rendered(Intents.SAMPLES.resolve("scaled"), path), path, text, other);
    }

    private static void assertRefused(String rendered, String path, String text, String other) {
        assertThat(rendered).contains(text);
        assertThat(violations(path, rendered)).isEmpty();
        assertThat(violations(path, rendered.replace(text, other))).isNotEmpty();
    }

    /** A file of an intent, which is rendered once for all rows. */
    private static String rendered(Path intent, String path) throws Exception {
        Map<String, String> files = RENDERED.get(intent);
        if (files == null) {
            Path out = temporary.resolve(intent.getFileName().toString());
            files = Rendering.of(intent, out).files();
            RENDERED.put(intent, files);
        }
        return Objects.requireNonNull(files.get(path));
    }

    /** Whether a document is part of an object of somebody else's. */
    private static boolean isPartial(String path) {
        return path.contains("/labels/") && !path.endsWith("kustomization.yaml");
    }

    private static List<String> violations(String path, String text) {
        Tree document = Yaml.tree(text);
        if (path.endsWith("waymark.lock")) {
            return LOCK.violations(document);
        }
        if (isPartial(path)) {
            return PARTIAL.violations(document);
        }
        if (document.text("apiVersion").startsWith("kustomize.toolkit.fluxcd.io/")) {
            return FLUX.violations(document);
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
