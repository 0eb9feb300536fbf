package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.source.FileTree;
import dev.waymark.source.TracedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record of a render holds until something changes that the render read, or left. */
class LastRenderTest {
    private static final String INTENT = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshIntent
            metadata: {name: %s}
            spec:
              waypoints: [{namespace: shop, consumers: [{namespace: shop}]}]
            """;
    private static final String FLEET = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshFleet
            metadata: {name: shops}
            spec:
              intents: [../intents/*.yaml]
              clusters: [{name: prod, overlays: [../overlays/prod.yaml]}]
            """;
    private static final String OVERLAY = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshOverlay
            metadata: {name: shop}
            spec:
              waypoints: [{namespace: shop, replicas: 2}]
            """;
    private static final String NAMESPACE = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n";
    private static final String WORDS = "as it was";

    @TempDir
    private Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private LastRender record(String settings) {
        return new LastRender(
                folder.resolve("status/render.properties"),
                folder.resolve("out"),
                settings,
                List.of(folder.resolve("report")));
    }

    private boolean holds() {
        return record("a").whatStillHolds().filter(WORDS::equals).isPresent();
    }

    private void render() throws Exception {
        TracedTree tree = new TracedTree(FileTree.work());
        CompileRequest request = CompileRequest.of(
                        List.of(folder.resolve("fleet").toString()))
                .existing(new CompileRequest.Existing(
                        List.of(folder.resolve("live").toString()), false, "default"))
                .tree(tree);
        CompileResult<?> result =
                new MeshCompiler(request).render(folder.resolve("out"), RenderOptions.of(Mode.CAREFUL));
        assertThat(result.failed()).as(result.diagnostics().toString()).isFalse();
        record("a").keep(tree, WORDS);
    }

    @BeforeEach
    void renderAFleet() throws Exception {
        write("fleet/fleet.yaml", FLEET);
        write("intents/shop.yaml", INTENT.formatted("shop"));
        write("overlays/prod.yaml", OVERLAY);
        write("live/shop.yaml", NAMESPACE);
        render();
    }

    @Test
    void itHoldsWhileNothingChanges() throws Exception {
        assertThat(holds()).isTrue();
        write("fleet/readme.txt", "no input");
        write("out/note.txt", "no output");
        assertThat(holds()).isTrue();
    }

    @Test
    void otherSettingsAreAnotherRender() {
        assertThat(record("b").whatStillHolds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fleet/fleet.yaml", "intents/shop.yaml", "overlays/prod.yaml", "live/shop.yaml"})
    void itEndsWithAnInput(String input) throws Exception {
        Files.writeString(folder.resolve(input), Files.readString(folder.resolve(input)) + "# edited\n");
        assertThat(holds()).isFalse();
        render();
        assertThat(holds()).isTrue();
        Files.delete(folder.resolve(input));
        assertThat(holds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intents/new.yaml", "live/new.yaml", "fleet/new.yaml"})
    void itEndsWithANewInput(String input) throws Exception {
        write(input, "");
        assertThat(holds()).isFalse();
        Files.delete(folder.resolve(input));
        assertThat(holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out/prod/shop/waymark.lock", "out/prod/shop/gateways/shop/gateway_waypoint.yaml"})
    void itEndsWithAnOutput(String output) throws Exception {
        String text = Files.readString(folder.resolve(output));
        Files.writeString(folder.resolve(output), text + " ");
        assertThat(holds()).isFalse();
        Files.writeString(folder.resolve(output), text);
        assertThat(holds()).isTrue();
        Files.delete(folder.resolve(output));
        assertThat(holds()).isFalse();
    }

    @Test
    void itEndsWithAReport() throws Exception {
        write("report", "none so far");
        assertThat(holds()).isFalse();
        render();
        assertThat(holds()).isTrue();
        write("report", "other");
        assertThat(holds()).isFalse();
    }

    @Test
    void itEndsWithALink() throws Exception {
        Path gateway = folder.resolve("out/prod/shop/gateways/shop/gateway_waypoint.yaml");
        Path elsewhere = Files.move(gateway, folder.resolve("elsewhere"));
        Files.createSymbolicLink(gateway, elsewhere);
        assertThat(holds()).isFalse();
    }

    @Test
    void itIsForgotten() throws Exception {
        record("a").forget();
        assertThat(holds()).isFalse();
    }

    @Test
    void itEndsWithAnotherUnit() throws Exception {
        write("out/prod/other/waymark.lock", "{\"version\": 1, \"files\": {}, \"lingering\": []}");
        assertThat(holds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "settings=a", "\\u00zz", "settings=a\nwords=as it was\nread\\ SING\\ \\ x=1"})
    void aBrokenRecordHoldsNothing(String text) throws Exception {
        write("status/render.properties", text);
        assertThat(holds()).isFalse();
    }
}
