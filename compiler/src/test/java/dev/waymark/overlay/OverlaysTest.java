package dev.waymark.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.source.SourceFile;
import dev.waymark.testing.Received;
import dev.waymark.testing.Yaml;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OverlaysTest {
    private static final int MANY = 20_000;

    @ParameterizedTest
    @MethodSource("dev.waymark.overlay.OverlayCase#all")
    void aCaseComesOutAsExpected(OverlayCase each) throws IOException {
        LaidOut out = each.lay();
        assertThat(each.orphans()).isEmpty();
        out.checkOrigins();
        if (each.has(OverlayCase.EXPECTED)) {
            assertThat(each.has(OverlayCase.MESSAGES)).isFalse();
            assertThat(out.messages()).isEmpty();
            assertThat(out.laid().stream().map(document -> Yaml.tree(document).toString()))
                    .containsExactlyElementsOf(Yaml.trees(each.text(OverlayCase.EXPECTED)).stream()
                            .map(Object::toString)
                            .toList());
        } else {
            assertThat(out.log().hasErrors()).isTrue();
            Received.verify(out.messages(), each.file(OverlayCase.MESSAGES));
        }
    }

    @Test
    void whatNothingChangesStaysTheSameInstance() {
        List<YamlDocument> intents = read("""
                kind: MeshIntent
                metadata: {name: shop}
                spec: {waypoints: [{namespace: shop, labels: {a: b}, consumers: [{service: cart}]}]}
                ---
                kind: MeshIntent
                metadata: {name: bank}
                spec: {}
                ---
                - no mapping
                ---
                {kind: MeshIntent, metadata: {name: odd}, spec: []}
                """);
        List<YamlDocument> overlays = read("""
                metadata: {name: shop}
                spec: {waypoints: [{namespace: shop, consumers: [{service: cart}]}], mesh: {}}
                ---
                metadata: {name: odd}
                spec: {mesh: {revision: rapid}}
                """);
        List<YamlDocument> laid = Overlays.lay(intents, overlays.subList(1, 2), new DiagnosticLog());
        for (int index = 0; index < intents.size(); index++) {
            assertThat(laid.get(index)).isSameAs(intents.get(index));
        }
        List<YamlDocument> changed = Overlays.lay(intents, overlays.subList(0, 1), new DiagnosticLog());
        assertThat(changed.get(0)).isNotSameAs(intents.get(0)).satisfies(document -> {
            assertThat(document.file()).isSameAs(intents.get(0).file());
            assertThat(document.span()).isEqualTo(intents.get(0).span());
            assertThat(document.index()).isEqualTo(1);
        });
        assertThat(changed.get(1)).isSameAs(intents.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{server: a} | {name: b} | {name=b}",
                "{name: a, x: y} | {server: b} | {x=y, server=b}",
                "{server: a} | {x: y} | {server=a, x=y}"
            })
    void aDestinationIsStatedInOneWay(String below, String above, String expected) {
        String text = "{metadata: {name: shop}, spec: {delivery: {destination: %s}}}";
        List<YamlDocument> laid =
                Overlays.lay(read(text.formatted(below)), read(text.formatted(above)), new DiagnosticLog());
        assertThat(Yaml.tree(laid.get(0)).at("spec", "delivery", "destination")).hasToString(expected);
    }

    @Test
    void theOrderOfTheInputsDoesNotDecideWhatIsFirst() {
        YamlDocument one = YamlReader.read(new SourceFile("1.yaml", "{metadata: {name: shop}, spec: {}}"))
                .documents()
                .get(0);
        YamlDocument two = YamlReader.read(new SourceFile("2.yaml", "{metadata: {name: shop}, spec: {}}"))
                .documents()
                .get(0);
        List<YamlDocument> overlays = read("{metadata: {name: shop}, spec: {mesh: {revision: a}}}");
        assertThat(Overlays.lay(List.of(two, one), overlays, new DiagnosticLog())
                        .get(0))
                .isSameAs(two);
        assertThat(Overlays.lay(List.of(one, two), overlays, new DiagnosticLog())
                        .get(1))
                .isSameAs(two);
    }

    /** Quadratic work would take minutes. */
    @Test
    void manyChangesOfManyEntriesTakeNoLongerThanToReadThem() {
        StringBuilder intent = new StringBuilder("metadata: {name: shop}\nspec:\n  waypoints:\n");
        StringBuilder overlay = new StringBuilder("metadata: {name: shop}\nspec:\n  waypoints:\n");
        for (int index = 0; index < MANY; index++) {
            intent.append("  - {name: a, namespace: n").append(index).append("}\n");
            overlay.append("  - {name: a, namespace: n").append(index).append(", replicas: 2}\n");
            overlay.append("  - {name: a, namespace: n0, labels: {a")
                    .append(index)
                    .append(": b}}\n");
            overlay.append("  - {name: a, namespace: n0, consumers: [{service: s")
                    .append(index)
                    .append(", add: true}]}\n");
            overlay.append("  - {name: b, namespace: n").append(index).append(", remove: true}\n");
        }
        List<YamlDocument> intents = read(intent.toString());
        List<YamlDocument> overlays = read(overlay.toString());
        DiagnosticLog log = new DiagnosticLog();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Overlays.lay(intents, overlays, log));
        assertThat(log.hasErrors()).isTrue();
    }

    private static List<YamlDocument> read(String text) {
        return YamlReader.read(new SourceFile("text.yaml", text)).documents();
    }
}
