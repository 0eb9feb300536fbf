package dev.waymark.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.schema.SchemaCheck;
import dev.waymark.source.SourceFile;
import dev.waymark.testing.Field;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OverlaysPropertyTest {
    private static final long SEED = 20261124;
    private static final JsonMapper MAPPER = new JsonMapper();

    /** What stands where something else should. */
    private static final List<String> JUNK =
            List.of("null", "[]", "{}", "[[]]", "[null]", "{\"a\": null}", "0", "\"a/b/c/d\"", "\"\"", "\"/\"", "true");

    @Test
    void aMergeIsThatOfPlainMaps() {
        int missed = 0;
        for (int round = 0; round < 2_000; round++) {
            Random random = new Random(SEED + round);
            List<Map<String, Object>> specs = specs(random, false, 1 + random.nextInt(3));
            List<Map<String, Object>> overlays = specs(random, true, 1 + random.nextInt(2));
            LaidOut out = LaidOut.of(read("mesh.yaml", specs), read("overlay.yaml", overlays), new DiagnosticLog());
            NaiveMerge naive = new NaiveMerge();
            overlays.forEach(overlay -> naive.lay(specs, overlay));
            assertThat(out.laid().stream()
                            .map(document ->
                                    Yaml.tree(document).at("spec").map().toString()))
                    .as("round %s", round)
                    .containsExactlyElementsOf(specs.stream().map(Map::toString).toList());
            assertThat(out.log().sorted()).as("round %s", round).hasSize(naive.misses());
            out.checkOrigins();
            missed += naive.misses();
        }
        assertThat(missed).isGreaterThan(2_000);
    }

    private static List<Map<String, Object>> specs(Random random, boolean overlay, int count) {
        List<Map<String, Object>> specs = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            specs.add(new RandomOverlays(random, overlay).spec());
        }
        return specs;
    }

    private static List<YamlDocument> read(String name, List<Map<String, Object>> specs) {
        List<String> documents = specs.stream()
                .map(spec -> "{\"metadata\": {\"name\": \"shop\"}, \"spec\": " + text(new Tree(spec)) + "}")
                .toList();
        return documents(name, documents);
    }

    private static List<YamlDocument> documents(String name, List<String> texts) {
        return YamlReader.read(new SourceFile(name, String.join("\n---\n", texts)))
                .documents();
    }

    private static String text(Tree document) {
        return MAPPER.writeValueAsString(document.map());
    }

    @Test
    void nothingThrowsWhateverTheIntentIs() {
        RandomInstance overlays = instances("overlay");
        RandomInstance intents = instances("intent");
        Random random = new Random(SEED);
        int laid = 0;
        for (int round = 0; round < 3_000; round++) {
            List<YamlDocument> overlay = documents("overlay.yaml", List.of(text(named(overlays.next()))));
            if (SchemaCheck.meshOverlay().check(overlay.get(0)).isEmpty()) {
                Tree intent = named(intents.next());
                String hostile = mutilated(intent, random);
                List<YamlDocument> documents = documents("mesh.yaml", List.of(hostile, text(intent)));
                LaidOut out = LaidOut.of(documents, overlay, new DiagnosticLog());
                assertThat(out.laid()).hasSameSizeAs(documents);
                out.checkOrigins();
                out.laid().forEach(document -> SchemaCheck.meshIntent().check(document));
                laid++;
            }
        }
        assertThat(laid).isGreaterThan(1_000);
    }

    private static RandomInstance instances(String kind) {
        return new RandomInstance(Yaml.tree(SchemaCheck.text("mesh-" + kind + ".schema.json")), new Random(SEED));
    }

    private static Tree named(Tree document) {
        return new Field("/metadata/name").changed(document, Optional.of("shop"));
    }

    /** The text of a document in which one value is something else. */
    private static String mutilated(Tree document, Random random) {
        List<String> leaves = new ArrayList<>(document.leaves().keySet());
        String pointer = leaves.get(random.nextInt(leaves.size()));
        Field place = new Field(pointer.substring(0, cut(pointer, random)));
        String text = text(place.changed(document, Optional.of("JUNK")));
        return text.replace("\"JUNK\"", JUNK.get(random.nextInt(JUNK.size())));
    }

    /** Where one of the steps of a pointer ends. */
    private static int cut(String pointer, Random random) {
        int slash = pointer.indexOf('/', 1 + random.nextInt(pointer.length() - 1));
        return slash < 0 ? pointer.length() : slash;
    }
}
