package dev.waymark.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.MeshCompiler;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.Marks;
import dev.waymark.mesh.External;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the label of an external, and what its namespace, says. */
class ExternalBypassTest {
    private static final String INTENT = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshIntent
            metadata: {name: shop}
            spec:
              externals:
              - name: api
                namespace: shop
                hosts: [api.example.com]
                ports: [{number: 443, protocol: TLS}]
                resolution: NONE
            """;

    private final External external;

    ExternalBypassTest() throws Exception {
        CompileRequest request = new CompileRequest(
                List.of("-"), new ByteArrayInputStream(INTENT.getBytes(StandardCharsets.UTF_8)), Severity.ERROR);
        this.external = new MeshCompiler(request)
                .validate()
                .outcome()
                .map(meshes -> meshes.get(0))
                .orElseThrow()
                .units()
                .get(0)
                .externals()
                .get(0);
    }

    private External labelled(String waypoint) {
        return new External(
                external.name(),
                external.unit(),
                external.resolution(),
                new Marks(new TreeMap<>(Map.of(IstioLabels.USE_WAYPOINT, waypoint)), new TreeMap<>()),
                external.istioVersion(),
                external.intent());
    }

    @Test
    void whoeverOptsOutMeansIt() {
        assertThat(ExternalBypass.find(labelled("none"), false)).isEmpty();
        assertThat(ExternalBypass.find(labelled("none"), true)).isEmpty();
    }

    @Test
    void aLabelOrANamespaceEnrolls() {
        assertThat(ExternalBypass.find(labelled("waypoint"), false))
                .allMatch(found -> found.message().contains("resolution NONE"))
                .hasSize(1);
        assertThat(ExternalBypass.find(external, true))
                .allMatch(found -> found.message().contains("resolution NONE"))
                .hasSize(1);
    }

    @Test
    void withoutEitherNobodyDid() {
        assertThat(ExternalBypass.find(external, false))
                .hasSize(1)
                .allMatch(found -> found.message().endsWith("nobody enrolled it"))
                .extracting(Diagnostic::code)
                .containsOnly(Code.EXTERNAL_BYPASSES_WAYPOINT);
    }
}
