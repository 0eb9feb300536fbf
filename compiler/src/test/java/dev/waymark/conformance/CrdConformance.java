package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Intents;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every object that is rendered is one that the upstream definitions of its kind take. Rules in CEL
 * ({@code x-kubernetes-validations}) are not evaluated: only an API server has them all.
 */
class CrdConformance {
    /** What is only read by Kustomize and reaches no cluster, and the core group, which is not defined by definitions. */
    private static final Pattern UNDEFINED = Pattern.compile("kustomize\\.config\\.k8s\\.io/.*|v1");

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
            if (!UNDEFINED.matcher(document.text("apiVersion")).matches()) {
                assertThat(schema(document).violations(document)).as(path).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gateways/default/gateway_waypoint.yaml | port: 15008 | port: 0",
                "gateways/default/gateway_waypoint.yaml | port: 15008 | `port: \"15008\"`",
                "gateways/default/gateway_waypoint.yaml | from: Same | from: same",
                "gateways/default/gateway_waypoint.yaml | protocol: HBONE | `protocol: \"-\"`",
                "gateways/default/gateway_waypoint.yaml | allowedRoutes: | allowedroutes:",
                "gateways/default/gateway_waypoint.yaml | gatewayClassName: | gatewayClass:",
                "gateways/default/gateway_waypoint.yaml | `  name: waypoint` | `  title: waypoint`",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | MESH_EXTERNAL | EXTERNAL",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | number: 443 | number: -1",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | resolution: | resolver:",
                "enrollment/cross-namespace-waypoint-consumer/serviceentry_istio-io.yaml | hosts: | host:"
            })
    void definitionsRefuseWhatTheyDoNotKnow(String file, String text, String other, @TempDir Path temporary)
            throws Exception {
        String rendered = bookinfo(temporary).file("bookinfo/" + file);
        assertThat(rendered).contains(text);
        Tree broken = Yaml.tree(rendered.replace(text, other));
        assertThat(schema(broken).violations(broken)).isNotEmpty();
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

    private static CrdSchema schema(Tree document) {
        return schemas.stream()
                .filter(schema -> schema.isOf(document))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no definition in " + Setting.of("waymark.crds") + " is for "
                        + document.text("kind") + " of " + document.text("apiVersion")));
    }
}
