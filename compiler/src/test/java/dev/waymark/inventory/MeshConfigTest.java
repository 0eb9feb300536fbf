package dev.waymark.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.MeshCompiler;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.MeshConfig;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Routing;
import dev.waymark.routing.Traffic;
import dev.waymark.testing.Manifests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ConfigMap of istiod says, and what follows from it for ServiceEntries. */
class MeshConfigTest {
    /** An entry of namespace shop, which is labelled {@code team: a}, on its way to a waypoint. */
    private static final String ENTRY = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: a}}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: egress, namespace: infra}
            spec:
              gatewayClassName: istio-waypoint
              listeners:
              - {name: mesh, port: 15008, protocol: HBONE, allowedRoutes: {namespaces: {from: All}}}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: egress, namespace: shop}
            spec:
              gatewayClassName: istio-waypoint
              listeners: [{name: mesh, port: 15008, protocol: HBONE}]
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata:
              name: pay
              namespace: shop
              labels: {istio.io/use-waypoint: egress, istio.io/use-waypoint-namespace: WHERE}
            spec: {hosts: [pay.example.com]}
            """;

    private static String configMap(String namespace, String mesh) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: " + namespace
                + "}\ndata:\n  mesh: |\n" + mesh.indent(4);
    }

    private static MeshConfig config(String... documents) {
        return Manifests.inventory(String.join("---\n", documents), true).meshConfig();
    }

    private static String reason(String visibility, String where, String version, boolean complete) {
        String mesh = configMap("istio-system", "serviceEntryVisibility: " + visibility);
        Inventory inventory = Manifests.inventory(mesh + "---\n" + ENTRY.replace("WHERE", where), complete);
        MeshView view = inventory.view(IstioVersion.of(version));
        ObjectRef entry = new ObjectRef(Kind.SERVICE_ENTRY, "shop", "pay");
        return new Routing(view)
                .resolve(Objects.requireNonNull(view.targets().get(entry)), Traffic.SERVICE)
                .reason()
                .word();
    }

    @Test
    void nobodyHasToSayAnything() {
        assertThat(config(configMap("istio-system", "enableAutoMtls: true"))).isEqualTo(MeshConfig.DEFAULT);
        assertThat(config("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio}\n"))
                .isEqualTo(MeshConfig.DEFAULT);
        assertThat(config(ENTRY)).isEqualTo(MeshConfig.DEFAULT);
    }

    @Test
    void theOneBesideIstiodCounts() {
        String own = configMap("istio-system", "rootNamespace: root\ntrustDomain: example.com\n");
        MeshConfig found = config(configMap("a", "rootNamespace: other"), own);
        assertThat(found.rootNamespace()).isEqualTo("root");
        assertThat(found.trustDomain()).isEqualTo("example.com");
        assertThat(config(configMap("mesh", "rootNamespace: mesh")).rootNamespace())
                .isEqualTo("mesh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a list", "a text", "rootNamespace: [a]", "rootNamespace: ''", "{", "a: b: c"})
    void whatIsNoConfigSaysNothing(String mesh) {
        assertThat(config(configMap("istio-system", mesh))).isEqualTo(MeshConfig.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {defaultVisibility: PUBLIC}                                                        | WaypointAccepted
            {defaultVisibility: VISIBILITY_UNSPECIFIED}                                        | WaypointAccepted
            {defaultVisibility: NAMESPACE}                                                     | CrossNamespaceWaypointForbidden
            {defaultVisibility: NONE}                                                          | NotEnrolled
            {policies: [{visibility: NAMESPACE}]}                                              | CrossNamespaceWaypointForbidden
            {defaultVisibility: NAMESPACE, policies: [{visibility: PUBLIC, matchingRules: []}]} | WaypointAccepted
            {policies: [{visibility: NAMESPACE, matchingRules: [{namespaceSelector: {matchLabels: {team: a}}}]}]} | CrossNamespaceWaypointForbidden
            {policies: [{visibility: NAMESPACE, matchingRules: [{namespaceSelector: {matchLabels: {team: b}}}]}]} | WaypointAccepted
            {policies: [{visibility: NAMESPACE, matchingRules: [{namespaceSelector: {matchLabels: {team: a}}}, {}]}]} | WaypointAccepted
            {policies: [{visibility: PUBLIC}, {visibility: NAMESPACE}]}                        | WaypointAccepted
            {policies: [{visibility: NAMESPACE, matchingRules: [{namespaceSelector: {matchExpressions: [{key: team, operator: In}]}}]}]} | WaypointAccepted
            """)
    void theFirstPolicyThatMatchesDecides(String visibility, String reason) {
        assertThat(reason(visibility, "infra", "1.31", true)).isEqualTo(reason);
    }

    @Test
    void aWaypointOfItsOwnNamespaceMayServeWhatOnlyThatSees() {
        assertThat(reason("{defaultVisibility: NAMESPACE}", "shop", "1.31", true))
                .isEqualTo("WaypointAccepted");
    }

    @Test
    void olderOnesDoNotKnowIt() {
        assertThat(reason("{defaultVisibility: NAMESPACE}", "infra", "1.30", true))
                .isEqualTo("WaypointAccepted");
        assertThat(reason("{defaultVisibility: NONE}", "infra", "1.30", true)).isEqualTo("WaypointAccepted");
    }

    @Test
    void anIntentMayStateTheRootNamespace(@TempDir Path folder) throws Exception {
        Path intent = Files.writeString(folder.resolve("mesh.yaml"), """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec: {mesh: {rootNamespace: stated}}
                """);
        Path manifests = Files.writeString(
                folder.resolve("istio.yaml"), configMap("istio-system", "rootNamespace: found\ntrustDomain: t\n"));
        CompileRequest request = CompileRequest.of(List.of(intent.toString()))
                .existing(new CompileRequest.Existing(List.of(manifests.toString()), true, "default"));
        MeshConfig config = new MeshCompiler(request)
                .routesOfOne()
                .outcome()
                .orElseThrow()
                .routing()
                .view()
                .config();
        assertThat(config.rootNamespace()).isEqualTo("stated");
        assertThat(config.trustDomain()).isEqualTo("t");
    }
}
