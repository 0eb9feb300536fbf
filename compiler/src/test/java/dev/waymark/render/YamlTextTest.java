package dev.waymark.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class YamlTextTest {
    private static final LoadSettings CORE = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    /** What may stand plain, by the rule of the output's bytes, but for the words of YAML 1.1. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]{0,119}");

    /** yaml.org/type/bool.html and null.html; here whatever the case. */
    private static final Set<String> WORDS =
            Set.of("y", "yes", "n", "no", "true", "false", "on", "off", "null", "~", "", "=", "<<");

    private static final List<String> STRINGS = RandomStrings.some(20_000);
    private static final String ALL_PRINTED =
            STRINGS.stream().map(YamlTextTest::printed).collect(Collectors.joining());

    /** A text in every position in which templates print one. */
    private static String printed(String text) {
        String printed = YamlText.of(text);
        return "- " + printed + ": " + printed + "\n"
                + "- - " + printed + "\n"
                + "- {other: " + printed + ", key: " + printed + "}\n";
    }

    private static List<Object> expected(String text) {
        return List.of(Map.of(text, text), List.of(text), Map.of("other", text, "key", text));
    }

    /** The texts that were read as something else. */
    private static List<String> misread(List<?> read) {
        assertThat(read).hasSize(3 * STRINGS.size());
        return IntStream.range(0, STRINGS.size())
                .filter(index -> !read.subList(3 * index, 3 * index + 3).equals(expected(STRINGS.get(index))))
                .mapToObj(STRINGS::get)
                .toList();
    }

    @Test
    void anotherReaderReadsTheSameText() {
        assertThat(misread((List<?>) new Load(CORE).loadFromString(ALL_PRINTED)))
                .isEmpty();
    }

    @Test
    void ourReaderReadsTheSameText() {
        assertThat(misread(Yaml.tree("texts:\n" + ALL_PRINTED).list("texts"))).isEmpty();
    }

    @Test
    void onlyWhatEveryYamlReadsAsTextIsPlain() {
        List<String> allowed = STRINGS.stream()
                .filter(text -> PLAIN.matcher(text).matches())
                .filter(text -> !WORDS.contains(text.toLowerCase(Locale.ROOT)))
                .toList();
        assertThat(STRINGS.stream()
                        .filter(text -> YamlText.of(text).equals(text))
                        .toList())
                .isEqualTo(allowed);
        assertThat(allowed).hasSizeGreaterThan(1_000);
    }

    @Test
    void whatIsNotPlainIsInDoubleQuotes() {
        assertThat(STRINGS.stream()
                        .filter(text -> !YamlText.of(text).equals(text))
                        .map(YamlText::of)
                        .toList())
                .hasSizeGreaterThan(10_000)
                .allMatch(printed -> printed.length() > 1 && printed.startsWith("\"") && printed.endsWith("\""));
    }

    @Test
    void whatIsPrintedIsOneLineThatLooksTheSameEverywhere() {
        Set<Integer> hidden = new TreeSet<>();
        STRINGS.stream()
                .map(YamlText::of)
                .flatMapToInt(String::codePoints)
                .filter(YamlTextTest::isHidden)
                .forEach(hidden::add);
        assertThat(hidden).isEmpty();
    }

    /** Whatever has no shape of its own: breaks, controls, marks that turn text, and private characters. */
    private static boolean isHidden(int character) {
        boolean blank = Character.isWhitespace(character) || Character.isSpaceChar(character);
        return Character.isIdentifierIgnorable(character)
                || Character.getType(character) == Character.PRIVATE_USE
                || (blank && character != ' ');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            reviews-v2          | reviews-v2
            a/b.c_d-e           | a/b.c_d-e
            v1                  | v1
            yesterday           | yesterday
            ``                  | ""
            1.30                | "1.30"
            no                  | "no"
            Off                 | "Off"
            y                   | "y"
            NULL                | "NULL"
            -a                  | "-a"
            a b                 | "a b"
            a:                  | "a:"
            *.example.com       | "*.example.com"
            it's "so" \\d       | "it's \\"so\\" \\\\d"
            Größe, 中 文          | "Größe, 中 文"
            😀                  | "\\U0001F600"
            """)
    void textIsPrintedPlainOrInDoubleQuotes(String text, String printed) {
        assertThat(YamlText.of(text)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "9, \"\\t\"",
                "10, \"\\n\"",
                "13, \"\\r\"",
                "0, \"\\u0000\"",
                "133, \"\\u0085\"",
                "160, \"\\u00A0\"",
                "8238, \"\\u202E\"",
                "65279, \"\\uFEFF\"",
                "917505, \"\\U000E0001\""
            })
    void whatHasNoShapeIsPrintedByItsNumber(int character, String printed) {
        assertThat(YamlText.of(Character.toString(character))).isEqualTo(printed);
    }

    @Test
    void aPlainTextHasAHundredAndTwentyCharactersAtMost() {
        assertThat(YamlText.of("a".repeat(120))).doesNotContain("\"");
        assertThat(YamlText.of("a".repeat(121))).startsWith("\"").endsWith("\"").hasSize(123);
    }
}
