package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.Application;
import dev.waymark.kube.ApplicationSet;
import dev.waymark.kube.ObjectName;
import dev.waymark.render.ManifestPrinter;
import dev.waymark.testing.Intents;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every object that is rendered is one that the upstream definitions of its kind take. Rules in CEL
 * ({@code x-kubernetes-validations}) are not evaluated: only an API server has them all.
 */
class CrdConformance {
    /** What is only read by Kustomize, and reaches no cluster. */
    private static final String KUSTOMIZE = "kustomize.config.k8s.io/";

    private static List<CrdSchema> schemas = List.of();

    @BeforeAll
    static void readDefinitions() throws Exception {
        schemas = CrdSchema.in(Path.of(Setting.of("waymark.crds")));
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.testing.Intents#compiling")
    void definitionsTakeWhatIsRendered(Path intent, @TempDir Path temporary) throws Exception {
        Map<String, Tree> documents =
                Rendering.of(intent, temporary.resolve("out")).documents();
        assertThat(documents).isNotEmpty();
        documents.forEach((path, document) -> {
            if (!isUndefined(document)) {
                assertThat(violations(path, document)).as(path).isEmpty();
            }
        });
    }

    /** Server-side apply would take every field of a part for one that is stated. */
    @Test
    void partsOfObjectsHaveNothingButMetadata(@TempDir Path temporary) throws Exception {
        Map<String, Tree> parts = everyShape(temporary).documents();
        parts.keySet().removeIf(path -> !isPart(path));
        assertThat(parts.values())
                .extracting(part -> part.text("kind"))
                .contains("Namespace", "Service", "ServiceEntry", "WorkloadEntry");
        assertThat(parts.values())
                .allSatisfy(part -> assertThat(part.map()).containsOnlyKeys("apiVersion", "kind", "metadata"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bookinfo/gateways/default/gateway_waypoint.yaml | port: 15008 | port: 0",
                "bookinfo/gateways/default/gateway_waypoint.yaml | port: 15008 | `port: \"15008\"`",
                "bookinfo/gateways/default/gateway_waypoint.yaml | from: Same | from: same",
                "bookinfo/gateways/default/gateway_waypoint.yaml | protocol: HBONE | `protocol: \"-\"`",
                "bookinfo/gateways/default/gateway_waypoint.yaml | allowedRoutes: | allowedroutes:",
                "bookinfo/gateways/default/gateway_waypoint.yaml | gatewayClassName: | gatewayClass:",
                "bookinfo/gateways/default/gateway_waypoint.yaml | `  name: waypoint` | `  title: waypoint`",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | MESH_EXTERNAL | EXTERNAL",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | number: 443 | number: -1",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: | resolver:",
                "bookinfo/enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | hosts: | host:",
                "every-shape/gateways/ours/gateway_worldwide.yaml | `istio.io/global: \"true\"` | istio.io/global: true",
                "every-shape/gateways/ours/namespace_ours.yaml | `  name: ours` | `  name: ours\n  namespace: ours`",
                "every-shape/enrollment/partners/serviceentry_raw.yaml | `weight: \"7\"` | weight: 7",
                "every-shape/labels/parts/service_web.yaml | metadata: | `spec: {}\nmetadata:`",
                "every-shape/labels/parts/service_web.yaml | `  namespace: parts\n` | ``",
                "every-shape/labels/parts/serviceentry_api.v2.yaml | metadata: | `spec: {host: [a.test]}\nmetadata:`",
                "every-shape/labels/parts/serviceentry_api.v2.yaml | metadata: | `spec: {ports: [{number: -1}]}\nmetadata:`",
                "every-shape/labels/parts/serviceentry_api.v2.yaml | `ingress-use-waypoint: \"true\"` | ingress-use-waypoint: true",
                "every-shape/labels/parts/workloadentry_vm.v2.yaml | metadata: | `spec: {address: 1}\nmetadata:`",
                "every-shape/labels/parts/workloadentry_vm.v2.yaml | annotations: | annotation:"
            })
    void definitionsRefuseWhatTheyDoNotKnow(String path, String text, String other, @TempDir Path temporary)
            throws Exception {
        Rendering rendering = path.startsWith("bookinfo/") ? bookinfo(temporary) : everyShape(temporary);
        String rendered = rendering.file(path);
        assertThat(rendered).contains(text);
        assertThat(violations(path, Yaml.tree(rendered.replace(text, other)))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "argo/platform/argocd/application_platform-labels.yaml | project: mesh | plan: mesh",
                "argo/platform/argocd/application_platform-labels.yaml | `  project: mesh\n` | ``",
                "argo/platform/argocd/application_platform-labels.yaml | destination: | destinations:",
                "argo/platform/argocd/application_platform-labels.yaml | prune: false | `prune: \"false\"`",
                "argo/platform/argocd/application_platform-labels.yaml | selfHeal: true | selfheal: true",
                "argo/platform/argocd/application_platform-labels.yaml | `sync-wave: \"0\"` | sync-wave: 0",
                "argo/platform/argocd/application_platform-labels.yaml | repoURL: | repoUrl:",
                "flux/platform/flux/kustomization_platform-labels.yaml | deletionPolicy: Orphan | deletionPolicy: Keep",
                "flux/platform/flux/kustomization_platform-labels.yaml | `  prune: false\n` | ``",
                "flux/platform/flux/kustomization_platform-labels.yaml | `interval: \"10m\"` | interval: 1d",
                "flux/platform/flux/kustomization_platform-labels.yaml | `interval: \"10m\"` | `interval: \"600\"`",
                "flux/platform/flux/kustomization_platform-labels.yaml | kind: GitRepository | kind: Repository",
                "flux/platform/flux/kustomization_platform-labels.yaml | `- name: platform-gateways` | `- platform-gateways`",
                "flux/platform/flux/kustomization_platform-gateways.yaml | `current:` | `programmed:`",
                "flux/platform/flux/kustomization_platform-gateways.yaml | wait: true | `wait: \"true\"`"
            })
    void definitionsRefuseWrongDeliveryObjects(String file, String text, String other, @TempDir Path temporary)
            throws Exception {
        String[] path = file.split("/", 2);
        String rendered = Rendering.of(Intents.SAMPLES.resolve(path[0]), temporary.resolve("out"))
                .file(path[1]);
        assertThat(rendered).contains(text);
        assertThat(violations(path[1], Yaml.tree(rendered))).isEmpty();
        assertThat(violations(path[1], Yaml.tree(rendered.replace(text, other))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDefinitionTakesSetsOfApplications(boolean automated) {
        assertThat(violations("", Yaml.tree(applicationSet(automated)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "goTemplate: true | `goTemplate: \"true\"`",
                "goTemplateOptions: | templateOptions:",
                "preserveResourcesOnDeletion: true | `preserveResourcesOnDeletion: \"true\"`",
                "preserveResourcesOnDeletion: | preserveResources:",
                "elements: | items:",
                "project: \"{{ | plan: \"{{",
                "templatePatch: | patch:"
            })
    void theDefinitionRefusesWrongSetsOfApplications(String text, String other) {
        String rendered = applicationSet(true);
        assertThat(rendered).contains(text);
        assertThat(violations("", Yaml.tree(rendered.replace(text, other)))).isNotEmpty();
    }

    /** One of two clusters, of which one is named and one has an address. */
    private static String applicationSet(boolean automated) {
        List<String> options = List.of("ServerSideApply=true", "ClientSideApplyMigration=false");
        Application named = new Application(
                new ObjectName("argocd", "prod-eu-shop-labels"),
                0,
                "mesh",
                new Application.Source("https://git.example.com/mesh.git", "main", "rendered/prod-eu/shop/labels"),
                new Application.Destination(Optional.empty(), Optional.of("prod-eu")),
                automated ? Optional.of(new Application.Automated(false, true)) : Optional.empty(),
                options);
        Application addressed = new Application(
                new ObjectName("argocd", "prod-us-shop-labels"),
                0,
                "mesh",
                named.source(),
                Application.Destination.ITSELF,
                named.automated(),
                options);
        ObjectName set = new ObjectName("argocd", "fleet-labels");
        return new ManifestPrinter().print(new ApplicationSet(set, 0, options, List.of(named, addressed)));
    }

    /** What parts are measured by is looser, but only in what they may leave out. */
    @Test
    void aPartMayLeaveOutWhatIsRequired(@TempDir Path temporary) throws Exception {
        Tree entry = everyShape(temporary).documents("ServiceEntry").get(0);
        Tree withoutHosts = new Tree(Map.of("spec", Map.of("location", "MESH_EXTERNAL")));
        Tree identity = new Tree(Map.of(
                "apiVersion",
                entry.value("apiVersion"),
                "kind",
                entry.value("kind"),
                "metadata",
                entry.value("metadata")));
        assertThat(schema(entry).violations(identity.merge(withoutHosts))).isNotEmpty();
        assertThat(schema(entry).violationsOfPart(identity.merge(withoutHosts))).isEmpty();
    }

    @Test
    void definitionsRefuseEntriesThatShareTheirKey(@TempDir Path temporary) throws Exception {
        Tree gateway = bookinfo(temporary).documents("Gateway").get(0);
        Object listener = gateway.at("spec").list("listeners").get(0);
        Tree twice = new Tree(Map.of("spec", Map.of("listeners", List.of(listener, listener))));
        assertThat(schema(gateway).violations(gateway.merge(twice))).hasSize(1);
    }

    private static Rendering bookinfo(Path temporary) throws Exception {
        return Rendering.of(Intents.SAMPLES.resolve("bookinfo"), temporary.resolve("out"));
    }

    private static Rendering everyShape(Path temporary) throws Exception {
        return Rendering.of(Intents.EVERY_SHAPE, temporary.resolve("every-shape"));
    }

    /** A ConfigMap takes any text. */
    private static boolean isUndefined(Tree document) {
        return document.text("apiVersion").startsWith(KUSTOMIZE)
                || document.text("kind").equals("ConfigMap");
    }

    private static boolean isPart(String path) {
        return path.contains("/labels/") && !path.endsWith("kustomization.yaml");
    }

    private static List<String> violations(String path, Tree document) {
        CrdSchema schema = schema(document);
        return isPart(path) ? schema.violationsOfPart(document) : schema.violations(document);
    }

    private static CrdSchema schema(Tree document) {
        return schemas.stream()
                .filter(schema -> schema.isOf(document))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no definition in " + Setting.of("waymark.crds") + " is for "
                        + document.text("kind") + " of " + document.text("apiVersion")));
    }
}
