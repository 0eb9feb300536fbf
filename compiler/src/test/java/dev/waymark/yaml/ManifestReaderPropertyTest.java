package dev.waymark.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is skimmed and streamed gives the objects that the whole text has, at the places where they stand in it. */
class ManifestReaderPropertyTest {
    private static final long SEED = 20261124;
    private static final int RUNS = 300;

    /** A way to write objects. */
    enum Style {
        DOCUMENTS,
        LIST,
        WILD_DOCUMENTS,
        WILD_LIST,
        JSON,
        JSON_LIST;

        String write(Random random) {
            List<Map<String, Object>> objects = new RandomManifests(random).objects();
            ManifestWriter writer = new ManifestWriter(random, this == WILD_DOCUMENTS || this == WILD_LIST);
            return switch (this) {
                case DOCUMENTS, WILD_DOCUMENTS -> writer.documents(objects);
                case LIST, WILD_LIST -> writer.list(objects);
                case JSON -> writer.json(objects);
                case JSON_LIST -> writer.jsonList(objects);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameObjectsStandAtTheSamePlaces(Style style) throws InputException {
        for (int run = 0; run < RUNS; run++) {
            String text = style.write(new Random(SEED + run));
            assertThat(read(text)).as("run %d of %s:%n%s", run, style, text).isEqualTo(naive(text));
        }
    }

    private static List<String> read(String text) throws InputException {
        List<String> found = new ArrayList<>();
        Charset charset = text.hashCode() % 4 == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        InputStream stream = new ByteArrayInputStream(text.getBytes(charset));
        assertThat(ManifestReader.read(
                                FileTree.work(),
                                List.of("-"),
                                stream,
                                object -> found.add(object.document() + object.pointer() + " " + object.kind() + " "
                                        + describe(object.root())))
                        .skipped())
                .as(text)
                .isEmpty();
        return found;
    }

    /** Reads it strictly and as a whole, and takes the objects out of the trees. */
    private static List<String> naive(String text) {
        List<String> found = new ArrayList<>();
        for (YamlDocument document : YamlReader.read(new SourceFile("-", text)).documents()) {
            YamlMapping root = (YamlMapping) document.root();
            if (root.text("kind").orElseThrow().equals("List")) {
                List<YamlNode> items = ((YamlSequence) root.value("items").orElseThrow()).items();
                for (int index = 0; index < items.size(); index++) {
                    add(document.index() + "/items/" + index, (YamlMapping) items.get(index), found);
                }
            } else {
                add(String.valueOf(document.index()), root, found);
            }
        }
        return found;
    }

    private static void add(String place, YamlMapping root, List<String> found) {
        String apiVersion = root.text("apiVersion").orElseThrow();
        String kind = root.text("kind").orElseThrow();
        String name = ((YamlMapping) root.value("metadata").orElseThrow())
                .text("name")
                .orElseThrow();
        boolean read = !kind.equals("ConfigMap") || name.startsWith("istio");
        if (read && ManifestKinds.matters(apiVersion, kind)) {
            YamlMapping kept = Pruning.of(root, ManifestKinds.kept(apiVersion, kind));
            found.add(place + " " + kind + " " + describe(kept));
        }
    }

    /** All that it says, each scalar with its place, each collection with that of its beginning. */
    private static String describe(YamlNode node) {
        Span span = node.span();
        String start = "@" + span.line() + ":" + span.column();
        if (node instanceof YamlMapping mapping) {
            List<String> entries = mapping.list().stream()
                    .map(entry -> describe(entry.key()) + ": " + describe(entry.value()))
                    .toList();
            return start + entries;
        }
        if (node instanceof YamlSequence sequence) {
            return start
                    + sequence.items().stream()
                            .map(ManifestReaderPropertyTest::describe)
                            .toList();
        }
        YamlScalar scalar = (YamlScalar) node;
        return start + "-" + span.endLine() + ":" + span.endColumn() + scalar.type() + "(" + scalar.text() + ")";
    }
}
