package dev.waymark.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.Source;
import dev.waymark.source.Source.Damage;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static final long SEED = 20261123;

    private static YamlStream read(String text) {
        return YamlReader.read(new SourceFile("mesh.yaml", text));
    }

    private static YamlNode root(String text) {
        YamlStream stream = read(text);
        assertThat(stream.damage()).as(text).isEmpty();
        assertThat(stream.documents()).as(text).hasSize(1);
        assertThat(stream.documents().get(0).problems()).as(text).isEmpty();
        return stream.documents().get(0).root();
    }

    private static YamlMapping mapping(String text) {
        return (YamlMapping) root(text);
    }

    private static YamlScalar item(String written) {
        return (YamlScalar) ((YamlSequence) root("- " + written)).items().get(0);
    }

    /** The stretch of the text that a span covers. */
    private static String slice(Span span) {
        String text = span.file().text();
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }

    /** All that was found, by place, as {@code code line:column message}. */
    private static List<String> problems(String text) {
        YamlStream stream = read(text);
        return stream.documents().stream()
                .flatMap(document -> document.problems().stream())
                .map(YamlReaderTest::shortly)
                .toList();
    }

    private static String damage(String text) {
        return shortly(read(text).damage().get(0));
    }

    private static String shortly(Diagnostic found) {
        Span span = found.span().orElseThrow();
        return found.code().id() + " " + span.line() + ":" + span.column() + " " + found.message();
    }

    @Test
    void aTextWithoutValuesHasNoDocuments() {
        for (String text : List.of("", "\n\n", "# only this\n", "---\n", "---\n---\n...\n", "null", "~", "--- # 😀")) {
            assertThat(read(text)).as(text).isEqualTo(new YamlStream(List.of(), List.of()));
        }
    }

    @Test
    void documentsAreCountedWithTheEmptyOnes() {
        String text = "---\n---\na: 1\n---\n# 😀\n---\n- b\n...\n---\n~\n--- c\n";
        assertThat(read(text).documents()).extracting(YamlDocument::index).containsExactly(2, 4, 6);
        assertThat(read(text).documents())
                .extracting(document -> slice(document.span()))
                .containsExactly("a: 1", "- b", "c");
    }

    @Test
    void whatStandsBeforeASyntaxErrorIsRead() {
        YamlStream stream = read("a: 1\n---\nb: 2\n---\nc: [\n---\nd: 4\n");
        assertThat(stream.documents()).extracting(YamlDocument::index).containsExactly(1, 2);
        assertThat(stream.damage()).extracting(Diagnostic::code).containsExactly(Code.YAML_SYNTAX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what is written         | its first value
            a: 😀 word # 😀           | 😀 word
            a: "😀 \\U0001F600 b"     | "😀 \\U0001F600 b"
            a: '😀 it''s'             | '😀 it''s'
            "😀 a": 12                | 12
            '😀': ~                   | ~
            😀: # nothing             | ``
            ? 😀                      | ``
            a: [😀, {b: 😀}]  # c     | [😀, {b: 😀}]
            a: {😀: 1, b: [ ] }       | {😀: 1, b: [ ] }
            {😀😀: x, a: {b: c }}     | x
            {😀: [a: 😀, b]}          | [a: 😀, b]
            """)
    void aValueIsFoundWhereItStands(String text, String value) {
        assertThat(slice(first(mapping(text)).value().span())).isEqualTo(value);
    }

    private static YamlMapping.Entry first(YamlMapping mapping) {
        return mapping.list().iterator().next();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            😀 a: 1           | 😀 a
            "😀 a" : 1        | "😀 a"
            'a': 1            | 'a'
            {"😀":1}          | "😀"
            ? '😀 a'          | '😀 a'
            """)
    void aKeyIsFoundWhereItStands(String text, String key) {
        assertThat(slice(first(mapping(text)).key().span())).isEqualTo(key);
    }

    @Test
    void aBlockCollectionEndsWithItsLastValue() {
        String text = "# 😀\na:\n  b: 😀\n  c:\n  - d\n  - e: f  # 😀\n\n# g\nh: 1\n";
        YamlMapping root = mapping(text);
        assertThat(slice(root.value("a").orElseThrow().span())).isEqualTo("b: 😀\n  c:\n  - d\n  - e: f");
        assertThat(slice(root.entry("a").orElseThrow().span()))
                .startsWith("a:\n")
                .endsWith("e: f");
        assertThat(slice(root.span())).startsWith("a:").endsWith("h: 1");
    }

    @Test
    void listsInListsAreFoundWhereTheyStand() {
        YamlSequence root = (YamlSequence) root("- - 😀\n  - b\n-   c: d\n    e: f\n");
        assertThat(root.items())
                .extracting(item -> slice(item.span()))
                .containsExactly("- 😀\n  - b", "c: d\n    e: f");
    }

    @Test
    void aPairWithoutBracesEndsWithItsValue() {
        YamlSequence list =
                (YamlSequence) mapping("😀: [a: b , c: [d] ]").value("😀").orElseThrow();
        assertThat(list.items()).extracting(item -> slice(item.span())).containsExactly("a: b", "c: [d]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one 😀\n  two", "\"one 😀\n  two\"", "'one 😀\n\n  two'", "one 😀\r\n   two"})
    void aValueMayGoOverLines(String written) {
        YamlMapping root = mapping("😀: " + written + "\nb: 1\n");
        assertThat(slice(first(root).value().span())).isEqualTo(written);
        assertThat(root.text("😀").orElseThrow().replace('\n', ' ')).isEqualTo("one 😀 two");
    }

    @ParameterizedTest
    @CsvSource({"|, 'x 😀\n\ny\n'", "|-, 'x 😀\n\ny'", ">, 'x 😀\ny\n'", ">2-, 'x 😀\ny'", "|+, 'x 😀\n\ny\n\n'"})
    void aBlockScalarIsFoundAtItsIndicator(String indicator, String value) {
        YamlMapping root = mapping("😀: " + indicator + " # 😀\n  x 😀\n\n  y\n\nb: 1\n");
        assertThat(root.text("😀")).contains(value);
        assertThat(slice(first(root).value().span())).isEqualTo(indicator.substring(0, 1));
        assertThat(slice(root.entry("b").orElseThrow().value().span())).isEqualTo("1");
    }

    @Test
    void onlyOneDocumentMayBeEverywhereInItsFile() {
        YamlStream stream = read("%YAML 1.2\n---\na: 😀\n...\n# 😀\n---\n😀: b\n");
        assertThat(stream.documents())
                .extracting(document -> slice(document.root().span()))
                .containsExactly("a: 😀", "😀: b");
    }

    @Test
    void allProblemsAreFoundAtOnce() {
        assertThat(problems("""
                        a: &x 1
                        b: *x
                        c: !!str 😀
                        d: {a: 1, 😀: !t 2, "a": 3}
                        <<: {e: 1}
                        a: 2
                        [k]: 1
                        ---
                        *y : &z !u [&w v]
                        """))
                .containsExactly(
                        "WM0003 1:4 `&x` is an anchor",
                        "WM0003 2:4 `*x` is an alias",
                        "WM0003 3:4 `!!str` is a tag",
                        "WM0003 4:14 `!t` is a tag",
                        "WM0002 4:20 the key `a` stands twice in one mapping",
                        "WM0003 5:1 `<<` merges another mapping",
                        "WM0002 6:1 the key `a` stands twice in one mapping",
                        "WM0003 7:1 a list or a mapping stands as a key",
                        "WM0003 9:1 `*y` is an alias",
                        "WM0003 9:6 `&z` is an anchor",
                        "WM0003 9:6 `!u` is a tag",
                        "WM0003 9:13 `&w` is an anchor");
    }

    @Test
    void aDuplicateShowsWhereItStandsFirst() {
        Diagnostic found =
                read("😀: 1\nb: 2\n'😀': 3\n").documents().get(0).problems().get(0);
        assertThat(found.span().map(YamlReaderTest::slice)).contains("'😀'");
        assertThat(found.related()).extracting(related -> slice(related.span())).containsExactly("😀");
    }

    @Test
    void keysOfDifferentMappingsMayBeTheSame() {
        assertThat(problems("a: {a: {a: 1}}\nb: [{a: 1}, {a: 1}]\n---\na: 1\n")).isEmpty();
    }

    @Test
    void aQuotedMergeKeyIsAKey() {
        assertThat(problems("'<<': 1\n\"*a\": '&b'\n\"!c\": '!d'\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            😀: b: c            | WM0001 1:5 this is not YAML: a value cannot hold `: `
            😀: [a              | WM0001 1:4 this is not YAML: the `[` that opens here is never closed
            😀: "a              | WM0001 1:4 this is not YAML: the quote that opens here is never closed
            {😀: 1}}            | WM0001 1:7 this is not YAML: this stands behind the end of the document
            """)
    void aSyntaxErrorIsShownWhereItStands(String text, String expected) {
        assertThat(damage(text)).isEqualTo(expected);
    }

    @Test
    void aCharacterThatNoTextHoldsIsShownWhereItStands() {
        assertThat(damage("a: 😀\nb: 😀 \u0007"))
                .isEqualTo("WM0001 2:6 this is not YAML: the character U+0007 cannot stand in a text");
        assertThat(damage("a: \uFFFE"))
                .isEqualTo("WM0001 1:4 this is not YAML: the character U+FFFE cannot stand in a text");
    }

    @ParameterizedTest
    @CsvSource({"\\uD83D, D83D", "\\uDE00, DE00", "\\uFFFE, FFFE", "\\uFDD0, FDD0", "\\U0010FFFF, 10FFFF"})
    void anEscapeThatStandsForNoCharacterIsShownWhereItStands(String escape, String number) {
        assertThat(problems("😀: \"a" + escape + "\""))
                .containsExactly("WM0003 1:4 U+" + number + " is not a character that a manifest can hold");
    }

    @Test
    void aPairOfEscapesIsACharacter() {
        assertThat(item("\"\\uD83D\\uDE00\"").text()).isEqualTo("😀");
    }

    @Test
    void aDamagedSourceHasNoDocuments() {
        SourceFile file = new SourceFile("mesh.yaml", "a: 😀 ");
        YamlStream broken = YamlReader.read(new Source(file, true, Optional.of(new Damage(Source.Kind.NOT_UTF8, 5))));
        assertThat(broken.documents()).isEmpty();
        assertThat(shortly(broken.damage().get(0))).startsWith("WM0001 1:6 ");
        YamlStream large = YamlReader.read(new Source(file, true, Optional.of(new Damage(Source.Kind.TOO_LARGE, 0))));
        assertThat(large.documents()).isEmpty();
        assertThat(shortly(large.damage().get(0))).isEqualTo("WM0003 1:1 the file has more than 16 MiB");
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "{a: , }", "'- ', ''"})
    void aHundredLevelsAreReadAndOneMoreIsNot(String open, String close) {
        assertThat(root(open.repeat(100) + "1" + close.repeat(100))).isNotNull();
        assertThat(damage(open.repeat(101) + "1" + close.repeat(101)))
                .isEqualTo("WM0003 1:" + (100 * open.length() + 1) + " this lies more than 100 levels deep");
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "{a: , }", "'- ', ''", "'? ', ''", "[{a: , }]"})
    void tensOfThousandsOfLevelsDoNotOverflow(String open, String close) {
        assertThat(damage(open.repeat(20_000) + "1" + close.repeat(20_000))).startsWith("WM0003 1:");
    }

    @Test
    void levelsOfOneDocumentDoNotCountInTheNext() {
        String deep = "[".repeat(100) + "]".repeat(100);
        assertThat(read(deep + "\n--- " + deep).documents()).hasSize(2);
    }

    @Test
    void aThousandProblemsAreToldAndOneMoreIsTheLast() {
        assertThat(read("[" + "!a b,".repeat(1000) + "]").documents().get(0).problems())
                .hasSize(1000);
        assertThat(damage("[" + "!a b,".repeat(1001) + "]"))
                .startsWith("WM0003 1:5002 ")
                .endsWith("1000th time");
    }

    @Test
    void aMillionValuesAreReadAndOneMoreIsNot() {
        String million = "[" + "a,".repeat(999_991) + "]\n---\n{a: b, c: [d, e]}\n--- [";
        YamlStream stream = read(million + "x]\n");
        assertThat(stream.damage())
                .extracting(YamlReaderTest::shortly)
                .containsExactly("WM0003 4:5 the file holds more than 1000000 values");
        assertThat(stream.documents()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word", "yes", "No", "ON", "off", "y", "N", "nULL", "tRUE", "1_000", "0b11", "0O17", "0X1F", "-0x1F",
                "+0o7", "0o8", "12:30", "1:30:00", "2026-11-23", "1e", "1.2.3", "+", "-a", "-.", "+.nan", "_1", "0x",
                        "=",
                "'12'", "\"true\"", "'~'", "\"\"", "''"
            })
    void whatTheCoreSchemaDoesNotKnowIsText(String written) {
        YamlScalar scalar = item(written);
        assertThat(scalar.type()).isEqualTo(ScalarType.STRING);
        assertThat(scalar.text()).isEqualTo(written.replaceAll("['\"]", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "null", "Null", "NULL", ""})
    void emptinessHasFiveSpellings(String written) {
        assertThat(((YamlScalar) first(mapping("a: " + written)).value()).type())
                .isEqualTo(ScalarType.NULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE", "false", "False", "FALSE"})
    void truthHasSixSpellings(String written) {
        assertThat(item(written).type()).isEqualTo(ScalarType.BOOLEAN);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12, 12", "012, 12", "-12, -12", "+12, 12", "0o17, 15", "0x1F, 31", "0xff, 255", "-0, 0"})
    void wholeNumbersAreReadAsTheCoreSchemaDoes(String written, String value) {
        assertThat(item(written).type()).isEqualTo(ScalarType.INTEGER);
        assertThat(item(written).integer()).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.5", "1.", ".5", "-1e3", "1E-3", "+1.5e+3", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN"})
    void fractionsAreReadAsTheCoreSchemaDoes(String written) {
        assertThat(item(written).type()).isEqualTo(ScalarType.FLOAT);
    }

    @ParameterizedTest
    @CsvSource({"80.0, 80", "8e1, 80", "1.5e3, 1500"})
    void aFractionMayBeAWholeNumber(String written, String value) {
        assertThat(item(written).integer()).hasToString(value);
    }

    @Test
    void aDocumentMayBeOneScalar() {
        assertThat(root("# 😀\n😀 word\n")).isInstanceOf(YamlScalar.class);
        assertThat(slice(root("# 😀\n😀 word\n").span())).isEqualTo("😀 word");
    }

    @Test
    void randomDocumentsAreReadAsTheyWereWritten() {
        Random random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            RandomYaml yaml = new RandomYaml(random);
            List<String> written = yaml.documents();
            YamlStream stream = read(yaml.text());
            assertThat(stream.damage()).as(yaml.text()).isEmpty();
            assertThat(stream.documents().stream()
                            .map(YamlReaderTest::described)
                            .toList())
                    .as(yaml.text())
                    .isEqualTo(written);
        }
    }

    /** A document as {@link RandomYaml} describes what it wrote. */
    private static String described(YamlDocument document) {
        assertThat(document.problems()).isEmpty();
        return document.index() + ": " + described(document.root());
    }

    private static String described(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            String start = "> @" + scalar.span().start();
            return scalar.type() + " <" + scalar.text() + start + " <" + slice(scalar.span()) + ">";
        }
        String place = " @" + node.span().start() + "-" + node.span().end();
        if (node instanceof YamlSequence sequence) {
            return sequence.items().stream()
                    .map(YamlReaderTest::described)
                    .collect(Collectors.joining("; ", "[", "]" + place));
        }
        return ((YamlMapping) node)
                .list().stream()
                        .map(entry -> described(entry.key()) + " = " + described(entry.value()))
                        .collect(Collectors.joining("; ", "{", "}" + place));
    }

    @Test
    @Timeout(20)
    void aWordOfMegabytesTakesNoAges() {
        String word = "x".repeat(8_000_000);
        assertThat(item(word).text()).hasSize(word.length());
    }
}
