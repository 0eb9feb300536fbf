package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shapes of JSON that programs rely on: exactly these keys, in this order. */
class JsonOutputTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> DIAGNOSTIC = List.of(
            "code",
            "name",
            "severity",
            "message",
            "cluster",
            "file",
            "document",
            "line",
            "column",
            "endLine",
            "endColumn",
            "path",
            "related",
            "help",
            "istioReason");
    private static final List<String> RELATED = List.of("message", "file", "line", "column", "endLine", "endColumn");
    private static final List<String> SUMMARY = List.of("errors", "warnings", "notes");

    private final Desk desk;
    private final String out;

    JsonOutputTest(@TempDir Path root) {
        this.desk = new Desk(root);
        this.out = desk.out().toString();
    }

    private static JsonNode json(Run run) {
        assertThat(run.out()).endsWith("\n}\n");
        return MAPPER.readTree(run.out());
    }

    private static void assertKeys(JsonNode node, List<String> keys) {
        assertThat(node.propertyNames()).containsExactlyElementsOf(keys);
    }

    private static void assertShape(JsonNode json, String... keys) {
        assertKeys(json, List.of(keys));
        assertKeys(json.path("summary"), SUMMARY);
        for (JsonNode diagnostic : json.path("diagnostics")) {
            assertKeys(diagnostic, DIAGNOSTIC);
            diagnostic.path("related").forEach(related -> assertKeys(related, RELATED));
        }
    }

    @Test
    void validateGivesDiagnosticsAndSummary() throws Exception {
        Run run = Run.of("validate", desk.doubtful(), "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertShape(json(run), "diagnostics", "summary");
        assertThat(json(run).path("summary")).hasToString("{\"errors\":0,\"warnings\":1,\"notes\":0}");
    }

    @Test
    void placesAreCountedInDocumentsAndCodePoints() throws Exception {
        String file = desk.bad();
        Run run = Run.of("validate", file, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode expected = MAPPER.readTree("""
                {"code": "WM0005", "name": "unknown-field", "severity": "error",
                 "message": "`consumer` is not a field of an entry of `waypoints`",
                 "cluster": null, "file": "%s", "document": 2, "line": 8, "column": 46, "endLine": 8, "endColumn": 54,
                 "path": "/spec/waypoints/0/consumer", "related": [], "help": "did you mean `consumers`?",
                 "istioReason": null}
                """.formatted(file));
        assertThat(json(run).path("diagnostics").path(0)).isEqualTo(expected);
    }

    @Test
    void standardInputIsADash() {
        JsonNode json = json(Run.withInput(Desk.text(), "validate", "-", "--format", "json"));
        assertThat(json.path("diagnostics").path(0).path("file").asString()).isEqualTo("-");
    }

    @Test
    void anEmptyValueHasAPath() {
        JsonNode json = json(Run.withInput(
                "apiVersion: waymark.dev/v1alpha1\nkind: MeshIntent\nmetadata: {name: a}\nspec:\n",
                "validate",
                "-",
                "--format=json"));
        assertThat(json.path("diagnostics").path(0).path("path").asString()).isEqualTo("/spec");
    }

    @Test
    void otherPlacesAndTheWordOfIstioAreGiven() throws Exception {
        String intent = desk.file("mesh.yaml", """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec:
                  waypoints:
                  - {namespace: shop, for: workload, consumers: [{service: cart}]}
                """);
        JsonNode json = json(Run.of("validate", intent, "--format", "json"));
        assertShape(json, "diagnostics", "summary");
        JsonNode diagnostic = json.path("diagnostics").path(0);
        assertThat(diagnostic.path("istioReason").asString()).isEqualTo("UnsupportedTrafficType");
        assertThat(diagnostic.path("related").path(0).path("line").asInt()).isEqualTo(6);
        assertThat(diagnostic.path("related").path(0).path("column").asInt()).isEqualTo(28);
    }

    @Test
    void whatHasNoPlaceHasNulls() throws Exception {
        Files.createDirectory(desk.root().resolve("empty"));
        JsonNode json = json(Run.of("validate", desk.path("empty"), "--format", "json"));
        assertShape(json, "diagnostics", "summary");
        JsonNode diagnostic = json.path("diagnostics").path(0);
        assertThat(diagnostic.path("code").asString()).isEqualTo("WM0007");
        assertThat(List.of("file", "document", "line", "column", "endLine", "endColumn", "path"))
                .allMatch(key -> diagnostic.path(key).isNull());
    }

    @Test
    void whatIsAllowedIsAbsent() throws Exception {
        String intent = desk.file("mesh.yaml", """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec:
                  waypoints:
                  - {name: main, namespace: shop} # waymark:allow WM2003 because it comes next week
                  - {name: main, namespace: cart} # waymark:allow WM2003
                """);
        JsonNode json = json(Run.of("validate", intent, "--format", "json"));
        assertShape(json, "diagnostics", "summary");
        assertThat(json.path("diagnostics")
                        .valueStream()
                        .map(each -> each.path("code").asString() + " "
                                + each.path("name").asString() + " "
                                + each.path("line").asInt()))
                .containsExactly("WM2003 unused-waypoint 7", "WM0008 invalid-suppression 7");
        assertThat(json.path("summary")).hasToString("{\"errors\":0,\"warnings\":2,\"notes\":0}");
    }

    @Test
    void renderGivesPaths() throws Exception {
        JsonNode json = json(Run.of("render", desk.good(), "-o", out, "--format", "json"));
        assertShape(json, "written", "removed", "unchanged", "diagnostics", "summary");
        assertThat(json.path("written"))
                .hasSize(7)
                .anyMatch(path -> path.asString().equals("shop/waymark.lock"));
        assertThat(json.path("removed")).isEmpty();
        assertThat(json.path("unchanged").asInt()).isZero();
        JsonNode again = json(Run.of("render", desk.good(), "-o", out, "--format", "json"));
        assertThat(again.path("written")).isEmpty();
        assertThat(again.path("unchanged").asInt()).isEqualTo(7);
    }

    @Test
    void aRenderThatFailsHasTheSameShapeAndSaysWhyToPeopleToo() throws Exception {
        Run run = Run.of("render", desk.bad(), "-o", out, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertShape(json(run), "written", "removed", "unchanged", "diagnostics", "summary");
        assertThat(json(run).path("diagnostics")).hasSize(1);
        assertThat(run.err()).startsWith("error[WM0005]: ");
    }

    @Test
    void checkGivesReasons() throws Exception {
        String intent = desk.good();
        Run.of("render", intent, "-o", out);
        Files.writeString(desk.out().resolve("shop/labels/kustomization.yaml"), "mine");
        Files.delete(desk.out().resolve("shop/enrollment/kustomization.yaml"));
        Files.writeString(desk.out().resolve("shop/gateways/more.yaml"), "mine");
        JsonNode json = json(Run.of("check", intent, "-o", out, "--format", "json"));
        assertShape(json, "stale", "diagnostics", "summary");
        assertThat(json.path("stale"))
                .hasToString("[{\"path\":\"shop/enrollment/kustomization.yaml\",\"reason\":\"missing\"},"
                        + "{\"path\":\"shop/gateways/more.yaml\",\"reason\":\"foreign\"},"
                        + "{\"path\":\"shop/labels/kustomization.yaml\",\"reason\":\"edited-by-hand\"}]");
        assertThat(json.path("diagnostics")).hasSize(1);
    }

    @Test
    void checkOfWhatIsUpToDateHasTheSameShape() throws Exception {
        Run.of("render", desk.good(), "-o", out);
        Run run = Run.of("check", desk.good(), "-o", out, "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertShape(json(run), "stale", "diagnostics", "summary");
        assertThat(json(run).path("stale")).isEmpty();
    }

    @Test
    void misuseHasNoJson() {
        assertThat(Run.of("validate", "--format", "json", "-", "-").out()).isEmpty();
    }
}
