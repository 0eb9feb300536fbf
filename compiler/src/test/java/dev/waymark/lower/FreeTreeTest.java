package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.Resource.Literal;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTreeTest {
    private static Map<String, Object> tree(String text) {
        return FreeTree.of((YamlMapping) YamlReader.read(new SourceFile("mesh.yaml", text))
                .documents()
                .get(0)
                .root());
    }

    @ParameterizedTest
    @CsvSource({
        "80, 80",
        "+80, 80",
        "-1, -1",
        "007, 7",
        "0x1F, 31",
        "0o17, 15",
        "0.50, 0.50",
        "1e3, 1e3",
        "true, true",
        "False, false",
        "~, null",
        "Null, null",
        "'', null"
    })
    void numbersAndTruthsAreWrittenAsOldReadersTakeThem(String value, String printed) {
        assertThat(tree("a: " + value)).containsEntry("a", new Literal(printed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "0x1F", "true", "null", "1e3", "", "yes", "0777"})
    void whatIsQuotedIsText(String value) {
        assertThat(tree("a: \"" + value + "\"")).containsEntry("a", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "0b11", "1_000", "2026-11-24", "1:30", "200m"})
    void whatOnlyOldReadersTakeForSomethingElseIsText(String value) {
        assertThat(tree("a: " + value)).containsEntry("a", value);
    }

    @Test
    void keysAreSortedAndThoseThatComeFirstStandFirst() {
        assertThat(tree("{zone: 1, spec: {b: 1, name: 2, a: 3}, kind: 4, area: [{y: 5, x: 6}], metadata: {}}"))
                .hasToString("{kind=Literal[text=4], metadata={}, spec={name=Literal[text=2], a=Literal[text=3], "
                        + "b=Literal[text=1]}, area=[{x=Literal[text=6], y=Literal[text=5]}], zone=Literal[text=1]}");
    }

    @Test
    void listsKeepTheirOrder() {
        assertThat(tree("a: [c, a, b, [z, y]]")).hasToString("{a=[c, a, b, [z, y]]}");
    }
}
