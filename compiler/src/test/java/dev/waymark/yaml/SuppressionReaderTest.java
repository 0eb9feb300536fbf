package dev.waymark.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Suppression;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionReaderTest {
    private static final long SEED = 20261124;
    private static final String ALLOW = "# waymark:allow WM2003 because so";

    private static List<Suppression> read(String text) {
        return SuppressionReader.read(new SourceFile("mesh.yaml", text));
    }

    /** The lines that the suppressions of a text count for. */
    private static List<Integer> lines(String text) {
        return read(text).stream().map(Suppression::line).toList();
    }

    private static String slice(Span span) {
        String text = span.file().text();
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WM2003  | so        | # waymark:allow WM2003 because so
            WM2003  | so        | #waymark:allow WM2003 because so
            WM2003  | it is # so | #  waymark:allow   WM2003   because  it is # so
            WM2003  | because   | # waymark:allow WM2003 because because
            wm2003, | 😀 is so   | # waymark:allow wm2003, because 😀 is so
            WM2003  | ''        | # waymark:allow WM2003 because
            WM2003  | ''        | # waymark:allow WM2003 becauseof this
            WM2003  | ''        | # waymark:allow WM2003 Because so
            WM2003  | ''        | # waymark:allow WM2003
            because | ''        | # waymark:allow because so
            ''      | ''        | # waymark:allow
            """)
    void aCommentHasACodeAndAReason(String code, String reason, String comment) {
        String text = "😀: b " + comment + "\n";
        assertThat(read(text)).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(code);
            assertThat(found.reason()).isEqualTo(reason);
            assertThat(slice(found.span())).isEqualTo(comment);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b # waymark:allows WM2003 because so",
                "a: b # see waymark:allow WM2003 because so",
                "a: b # Waymark:allow WM2003 because so",
                "a: b # waymark: allow WM2003 because so",
                "a: b#waymark:allow WM2003 because so",
                "a: '# waymark:allow WM2003 because so'",
                "a: \"x\n  # waymark:allow WM2003 because so\"",
                "\"# waymark:allow WM2003 because so\": b",
                "a: |\n  # waymark:allow WM2003 because so\n",
                "- >-\n  x\n  # waymark:allow WM2003 because so\n\n",
                "{a: ['# waymark:allow WM2003 because so']}"
            })
    void whatIsNoSuchCommentIsNone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void oneBehindAValueCountsForItsLine() {
        assertThat(lines("a: b " + ALLOW + "\nc: d\n")).containsExactly(1);
        assertThat(lines("a:\n- " + ALLOW + "\n  b\n- c\n")).containsExactly(2);
        assertThat(lines("a: |- " + ALLOW + "\n  b\n")).containsExactly(1);
        assertThat(lines("a: [ " + ALLOW + "\n  b, " + ALLOW + "\n  c] " + ALLOW))
                .containsExactly(1, 2, 3);
        assertThat(lines("--- " + ALLOW + "\na: b\n")).containsExactly(1);
    }

    @Test
    void oneThatStandsAloneCountsForTheNextLine() {
        assertThat(lines(ALLOW + "\na: b\n")).containsExactly(2);
        assertThat(lines("---\na:\n" + ALLOW + "\n- b\n")).containsExactly(4);
        assertThat(lines("a: [\n\t " + ALLOW + "\n b]")).containsExactly(3);
        assertThat(lines(ALLOW + "\n# another\na: b\n")).containsExactly(2);
        assertThat(lines("a: b\n" + ALLOW)).containsExactly(3);
    }

    @Test
    void severalAboveEachOtherCountForTheNextLineThatIsNone() {
        assertThat(lines(ALLOW + "\n  " + ALLOW + "\n" + ALLOW + "\na: b " + ALLOW + "\n"))
                .containsExactly(4, 4, 4, 4);
        assertThat(lines(ALLOW + "\n\n" + ALLOW + "\na: b\n")).containsExactly(2, 4);
        assertThat(lines("a: b " + ALLOW + "\n" + ALLOW + "\nc: d\n")).containsExactly(1, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndEndsAComment(String lineEnd) {
        String text = String.join(lineEnd, "😀: b", ALLOW, "c: d " + ALLOW, "");
        assertThat(lines(text)).containsExactly(3, 3);
        assertThat(read(text)).allSatisfy(found -> {
            assertThat(found.reason()).isEqualTo("so");
            assertThat(slice(found.span())).isEqualTo(ALLOW);
        });
    }

    @Test
    void whatEndsNoLineInYamlEndsNoComment() {
        assertThat(read("a: b " + ALLOW + "\u2028more\n"))
                .extracting(Suppression::reason)
                .containsExactly("so\u2028more");
    }

    @Test
    void nothingIsReadBehindWhatIsNoYaml() {
        assertThat(lines("a: b " + ALLOW + "\nc: @\n" + ALLOW + "\n")).containsExactly(1);
    }

    @Test
    void allCommentsOfRandomDocumentsAreFound() {
        Random random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            RandomYaml yaml = new RandomYaml(random);
            yaml.documents();
            String text = yaml.text().replace("# 😀 {a: b}", ALLOW).replace("# - 𝄞: x", ALLOW);
            int comments = text.split(ALLOW, -1).length - 1;
            assertThat(read(text))
                    .as(text)
                    .hasSize(comments)
                    .allMatch(found -> slice(found.span()).equals(ALLOW));
        }
    }
}
