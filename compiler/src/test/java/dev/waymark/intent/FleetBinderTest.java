package dev.waymark.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.schema.SchemaCheck;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fleets, from their schema to their records. */
class FleetBinderTest {
    private static YamlDocument fleet(String spec) {
        String text = """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshFleet
                metadata: {name: production}
                spec: %s
                """.formatted(spec);
        return YamlReader.read(new SourceFile("fleet.yaml", text)).documents().get(0);
    }

    private static List<String> check(String spec) {
        return SchemaCheck.meshFleet().check(fleet(spec)).stream()
                .map(Diagnostic::message)
                .toList();
    }

    private static FleetIntent bind(String spec) {
        assertThat(check(spec)).isEmpty();
        return FleetBinder.bind(fleet(spec));
    }

    @Test
    void everythingIsBound() {
        FleetIntent fleet = bind("""
                {applicationSets: true, intents: [mesh/*.yaml, ../a.yaml], clusters: [
                  {name: eu, overlays: [b.yaml, a.yaml], inventory: [eu], inventoryComplete: true, delivery: {via: owner}}]}
                """);
        assertThat(fleet.name()).hasToString("production");
        assertThat(fleet.applicationSets()).isTrue();
        assertThat(fleet.intents()).hasToString("[mesh/*.yaml, ../a.yaml]");
        ClusterIntent cluster = fleet.clusters().get(0);
        assertThat(cluster.name()).hasToString("eu");
        assertThat(cluster.name().span()).hasToString("fleet.yaml:5:10");
        assertThat(cluster.overlays()).hasToString("[b.yaml, a.yaml]");
        assertThat(cluster.inventory()).hasToString("[eu]");
        assertThat(cluster.inventoryComplete()).isTrue();
        assertThat(cluster.delivery().orElseThrow().via().orElseThrow()).hasToString("owner");
    }

    @Test
    void whatIsLeftOutIsNone() {
        FleetIntent fleet = bind("{intents: [mesh.yaml], clusters: [{name: eu}]}");
        assertThat(fleet.applicationSets()).isFalse();
        ClusterIntent cluster = fleet.clusters().get(0);
        assertThat(cluster.overlays()).isEmpty();
        assertThat(cluster.inventory()).isEmpty();
        assertThat(cluster.inventoryComplete()).isFalse();
        assertThat(cluster.delivery()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mesh.yaml", "mesh/*.yaml", "../mesh/a b.yaml", "./a", "**/mesh.yaml", "ab:c", "é.yaml"})
    void aPathIsRelative(String path) {
        assertThat(check("{intents: ['%s'], clusters: [{name: eu, overlays: ['%s'], inventory: ['%s']}]}"
                        .formatted(path, path, path)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mesh.yaml", "C:/mesh.yaml", "c:mesh.yaml", "mesh\\a.yaml", ""})
    void otherPathsAreRefused(String path) {
        assertThat(check("{intents: ['%s'], clusters: [{name: eu, overlays: ['%s'], inventory: ['%s']}]}"
                        .formatted(path, path, path)))
                .containsExactlyInAnyOrder(
                        "`" + path + "` is not a valid intent path",
                        "`" + path + "` is not a valid overlay path",
                        "`" + path + "` is not a valid inventory path");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | `intents` is missing in `spec`, `clusters` is missing in `spec`",
                "{intents: [], clusters: []} | `intents` must not be empty, `clusters` must not be empty",
                "{intents: [a], clusters: [{}]} | `name` is missing in an entry of `clusters`",
                "{intents: [a], clusters: [{name: EU}]} | `EU` is not a valid cluster name",
                "{intents: [a, a], clusters: [{name: eu}]} | `intents` lists something twice",
                "{intents: [a], clusters: [{name: eu, overlay: a}]} | `overlay` is not a field of an entry of `clusters`",
                "{intents: [a], clusters: [{name: eu, delivery: {via: nobody}}]} | `via` cannot be `nobody`",
                "{intents: [a], applicationSets: yes, clusters: [{name: eu}]} | `applicationSets` must be true or false, not text"
            })
    void whatIsNoFleetIsSaid(String spec, String messages) {
        assertThat(String.join(", ", check(spec))).isEqualTo(messages);
    }
}
