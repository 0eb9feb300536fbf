package dev.waymark.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    private static final long SEED = 20261123;

    private static final String TEXT = """
            # 😀 nothing yet
            ---
            ---
            kind: first
            spec:
              "😀 list":
              - plain: value1
              - {flow: value2, "b": [c, value3]}
              - - nested
              empty:
            ---
            a/b: {"~": tilde, "~1": both, "": none}
            m~n/o: slashes
            # behind
            """;

    private static Place place(SourceFile file, int offset) {
        return new Places(YamlReader.read(file).documents()).of(new Span(file, offset, offset + 1));
    }

    private static Place place(String text, String word) {
        return place(new SourceFile("mesh.yaml", text), text.codePointCount(0, text.indexOf(word)));
    }

    @ParameterizedTest
    @CsvSource({
        "kind:, 2, /kind",
        "first, 2, /kind",
        "spec:, 2, /spec",
        "'\"😀 list', 2, '/spec/😀 list'",
        "'- plain', 2, '/spec/😀 list'",
        "plain:, 2, '/spec/😀 list/0/plain'",
        "value1, 2, '/spec/😀 list/0/plain'",
        "'{flow', 2, '/spec/😀 list/1'",
        "value2, 2, '/spec/😀 list/1/flow'",
        "'[c', 2, '/spec/😀 list/1/b'",
        "value3, 2, '/spec/😀 list/1/b/1'",
        "'- - nested', 2, '/spec/😀 list'",
        "nested, 2, '/spec/😀 list/2/0'",
        "empty, 2, /spec/empty"
    })
    void keysValuesAndItemsHavePointers(String word, int document, String pointer) {
        assertThat(place(TEXT, word)).isEqualTo(new Place(document, pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "tilde, /a~1b/~0",
        "both, /a~1b/~01",
        "none, /a~1b/",
        "slashes, /m~0n~1o",
    })
    void slashesAndTildesAreEscaped(String word, String pointer) {
        assertThat(place(TEXT, word)).isEqualTo(new Place(3, pointer));
    }

    @ParameterizedTest
    @CsvSource({"'# 😀', 1", "'# behind', 4"})
    void whatStandsInNoDocumentBelongsToTheNextOne(String word, int document) {
        assertThat(place(TEXT, word)).isEqualTo(new Place(document, ""));
    }

    @Test
    void anEmptyValueHasThePointerOfItsKey() {
        YamlStream stream = YamlReader.read(new SourceFile("mesh.yaml", TEXT));
        YamlMapping spec = (YamlMapping)
                ((YamlMapping) stream.documents().get(0).root()).value("spec").orElseThrow();
        Span empty = spec.value("empty").orElseThrow().span();
        assertThat(empty.start()).isEqualTo(empty.end());
        assertThat(new Places(stream.documents()).of(empty)).isEqualTo(new Place(2, "/spec/empty"));
    }

    @Test
    void eachFileHasDocumentsOfItsOwn() {
        SourceFile one = new SourceFile("one.yaml", "a: 1\n---\nb: 2\n");
        SourceFile two = new SourceFile("two.yaml", "---\n---\nc: 3\n");
        List<YamlDocument> documents = new ArrayList<>(YamlReader.read(two).documents());
        documents.addAll(YamlReader.read(one).documents());
        Collections.reverse(documents);
        Places places = new Places(documents);
        assertThat(places.of(new Span(one, 0, 1))).isEqualTo(new Place(1, "/a"));
        assertThat(places.of(new Span(one, 12, 13))).isEqualTo(new Place(2, "/b"));
        assertThat(places.of(new Span(two, 8, 9))).isEqualTo(new Place(2, "/c"));
    }

    @Test
    void aFileWithoutDocumentsHasAFirstOne() {
        assertThat(place("a: [", "[")).isEqualTo(new Place(1, ""));
        assertThat(place("a: 1\n---\nb: [\n", "[")).isEqualTo(new Place(2, ""));
    }

    @Test
    void everyValueOfRandomDocumentsHasThePointerThatLeadsToIt() {
        Random random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            RandomYaml yaml = new RandomYaml(random);
            yaml.documents();
            List<YamlDocument> documents =
                    YamlReader.read(new SourceFile("mesh.yaml", yaml.text())).documents();
            Places places = new Places(documents);
            documents.forEach(document -> check(places, document.root(), new Place(document.index(), "")));
        }
    }

    private static void check(Places places, YamlNode node, Place place) {
        assertThat(places.ofValue(node.span())).as("%s", node.span()).isEqualTo(place);
        if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                Place below = below(place, key.replace("~", "~0").replace("/", "~1"));
                assertPlace(places, entry.key().span(), below);
                check(places, entry.value(), below);
            });
        } else if (node instanceof YamlSequence sequence) {
            for (int index = 0; index < sequence.items().size(); index++) {
                check(places, sequence.items().get(index), below(place, String.valueOf(index)));
            }
        } else {
            assertPlace(places, node.span(), place);
        }
    }

    private static Place below(Place place, String step) {
        return new Place(place.document(), place.pointer() + "/" + step);
    }

    private static void assertPlace(Places places, Span span, Place place) {
        assertThat(places.of(span)).as("%s in %s", span, span.file().text()).isEqualTo(place);
    }
}
