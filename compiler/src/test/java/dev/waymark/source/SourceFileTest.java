package dev.waymark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {
    private static final long SEED = 20261123;
    private static final String[] PIECES = {"a", "ä", "😀", "👩‍💻", "\t", " ", "\n", "\r", "\r\n", "\u2028", "\u0085"};

    private static SourceFile file(String text) {
        return new SourceFile("mesh.yaml", text);
    }

    private static List<String> lines(SourceFile file, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(file::lineText).toList();
    }

    /** {@code line:column} of the first place at which a word stands. */
    private static String place(String text, String word) {
        SourceFile file = file(text);
        int offset = text.codePointCount(0, text.indexOf(word));
        return file.line(offset) + ":" + file.column(offset);
    }

    @Test
    void linesAndColumnsCountFromOne() {
        assertThat(place("word", "word")).isEqualTo("1:1");
        assertThat(place("a\nb word", "word")).isEqualTo("2:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void eachLineEndEndsOneLine(String end) {
        String text = "one" + end + "two" + end + end + "word";
        assertThat(place(text, "two")).isEqualTo("2:1");
        assertThat(place(text, "word")).isEqualTo("4:1");
        assertThat(lines(file(text), 4)).containsExactly("one", "two", "", "word");
    }

    @Test
    void lineEndsMayBeMixed() {
        String text = "one\rtwo\r\nthree\n\rword";
        assertThat(place(text, "word")).isEqualTo("5:1");
        assertThat(lines(file(text), 5)).containsExactly("one", "two", "three", "", "word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029", "\u000B", "\f"})
    void otherBreaksOfUnicodeAreCharacters(String character) {
        assertThat(place("one" + character + "word", "word")).isEqualTo("1:5");
    }

    @ParameterizedTest
    @CsvSource({"😀word, 1:2", "😀😀 word, 1:4", "👩‍💻word, 1:4", "ä😀ẞword, 1:4"})
    void columnsCountCodePoints(String text, String place) {
        assertThat(place(text, "word")).isEqualTo(place);
    }

    @Test
    void charactersBeyondTheBasicPlaneOnEarlierLinesMoveNothing() {
        String text = "a: 😀😀😀\nb: 𝄞 # 😀\r\n  word: 😀";
        assertThat(place(text, "word")).isEqualTo("3:3");
        assertThat(file(text).lineText(2)).isEqualTo("b: 𝄞 # 😀");
        assertThat(file(text).lineText(3)).isEqualTo("  word: 😀");
    }

    @Test
    void aColumnCanBeAskedForFirst() {
        assertThat(file("a\nb").column(3)).isEqualTo(2);
    }

    @Test
    void theEndOfTheTextHasAPlace() {
        assertThat(file("").line(0)).isEqualTo(1);
        assertThat(file("").column(0)).isEqualTo(1);
        assertThat(file("a😀").column(2)).isEqualTo(3);
        assertThat(file("a\n").line(2)).isEqualTo(2);
        assertThat(file("a\n").column(2)).isEqualTo(1);
    }

    @Test
    void linesPastTheEndAreEmpty() {
        assertThat(lines(file("one\n"), 4)).containsExactly("one", "", "", "");
        assertThat(lines(file(""), 2)).containsExactly("", "");
    }

    @Test
    void everyPlaceOfRandomTextsIsWhereAPersonWouldCountIt() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 0, PIECES.length).forEach(piece -> text.append(PIECES[piece]));
            SourceFile file = file(text.toString());
            List<String> counted = counted(text.toString());
            for (int offset = 0; offset < counted.size(); offset++) {
                assertThat(file.line(offset) + ":" + file.column(offset))
                        .as("offset %s of %s", offset, text)
                        .isEqualTo(counted.get(offset));
            }
        }
    }

    /** The place of every code point and of the end, by going through the text once. */
    private static List<String> counted(String text) {
        List<String> places = new ArrayList<>(List.of("1:1"));
        int line = 1;
        int column = 1;
        int[] characters = text.codePoints().toArray();
        for (int index = 0; index < characters.length; index++) {
            boolean pair = characters[index] == '\r' && index + 1 < characters.length && characters[index + 1] == '\n';
            boolean ends = !pair && (characters[index] == '\n' || characters[index] == '\r');
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
            places.add(line + ":" + column);
        }
        return places;
    }
}
