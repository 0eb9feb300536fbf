package dev.waymark.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.source.SourceFile;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlCursorTest {
    private static final long SEED = 20261124;

    /** A cursor behind the dash of a list whose first item is written like this. */
    private static YamlCursor atItem(String written) {
        YamlCursor cursor = new YamlCursor("- " + written);
        assertThat(cursor.start() && cursor.startSequence()).as(written).isTrue();
        return cursor;
    }

    /** Whether a text has one document, and it says what a node does. */
    private static boolean says(String text, YamlNode root) {
        YamlCursor cursor = new YamlCursor(text);
        return cursor.start() && says(cursor, root) && cursor.finish();
    }

    private static boolean says(YamlCursor cursor, YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return cursor.scalar(scalar.text(), scalar.type());
        }
        if (node instanceof YamlSequence sequence) {
            return cursor.startSequence()
                    && sequence.items().stream().allMatch(item -> says(cursor, item))
                    && cursor.endSequence();
        }
        return cursor.startMapping()
                && ((YamlMapping) node)
                        .list().stream().allMatch(entry -> says(cursor, entry.key()) && says(cursor, entry.value()))
                && cursor.endMapping();
    }

    @Test
    void itReadsWhatTheReaderReads() {
        Random random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            RandomYaml yaml = new RandomYaml(random);
            boolean one = yaml.documents().size() == 1 && yaml.text().lastIndexOf("---") <= 0;
            if (one) {
                SourceFile file = new SourceFile("mesh.yaml", yaml.text());
                YamlNode root = YamlReader.read(file).documents().get(0).root();
                assertThat(says(yaml.text(), root)).as(yaml.text()).isTrue();
                assertThat(says(yaml.text() + "\n--- more\n", root))
                        .as(yaml.text())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # written | type    | text
            word      | STRING  | word
            "1"       | STRING  | 1
            '~'       | STRING  | ~
            "<<"      | STRING  | <<
            1         | INTEGER | 1
            1.5       | FLOAT   | 1.5
            true      | BOOLEAN | true
            ~         | NULL    | ~
            """)
    void aScalarHasATextAndAType(String written, ScalarType type, String text) {
        for (ScalarType other : ScalarType.values()) {
            assertThat(atItem(written).scalar(text, other)).isEqualTo(other == type);
        }
        assertThat(atItem(written).scalar(text + "x", type)).isFalse();
        Optional<String> expected = type == ScalarType.STRING ? Optional.of(text) : Optional.empty();
        assertThat(atItem(written).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&a x", "!!str x", "! x", "!t x", "\"\\uFFFF\"", "\"\\uD800\"", "\"x\\uFDD0\"", "|\n  \uFDEF"})
    void whatTheReaderReportsIsNoText(String written) {
        YamlStream stream = YamlReader.read(new SourceFile("mesh.yaml", "- " + written));
        assertThat(stream.documents().get(0).problems()).hasSize(1);
        assertThat(atItem(written).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a", "<<", "[x]", "{x: x}", "", "- x"})
    void whatIsNoScalarIsNoText(String written) {
        assertThat(atItem(written).text()).isEmpty();
        assertThat(atItem(written).scalar(written, ScalarType.STRING)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "*a", "&a {}", "&a []", "!t {}", "!t []", "!!map {}", "!!seq []"})
    void whatIsNoPlainCollectionIsNone(String written) {
        assertThat(atItem(written).startMapping()).isFalse();
        assertThat(atItem(written).startSequence()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- x", "# nothing", "", "- \"x", "- @", "- \u0007", "- x\n- y", "- x\n]", "- x\n--- y"})
    void whatIsNoYamlOrGoesOnIsNotReadToItsEnd(String text) {
        YamlCursor cursor = new YamlCursor(text);
        boolean read = cursor.start()
                && cursor.startSequence()
                && cursor.text().isPresent()
                && cursor.endSequence()
                && cursor.finish();
        assertThat(read).isEqualTo(text.equals("- x"));
    }

    @Test
    void collectionsEndWhereTheyEnd() {
        YamlCursor cursor = atItem("{a: [], b: {}}");
        assertThat(cursor.startMapping()).isTrue();
        assertThat(cursor.scalar("a", ScalarType.STRING)).isTrue();
        assertThat(cursor.startSequence() && cursor.endSequence()).isTrue();
        assertThat(cursor.scalar("b", ScalarType.STRING)).isTrue();
        assertThat(cursor.startMapping() && cursor.endMapping() && cursor.endMapping())
                .isTrue();
        assertThat(cursor.endSequence() && cursor.finish()).isTrue();
        assertThat(atItem("[x]").endSequence()).isFalse();
        assertThat(atItem("[]").endMapping()).isFalse();
    }
}
