package dev.waymark.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.testing.Resources;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {
    /** Every code that is agreed on, whether it is reported yet or not. */
    private static Stream<String> catalogue() {
        return Resources.text("diagnostic/catalogue.txt").lines().filter(line -> !line.startsWith("#"));
    }

    /** A code that was not foreseen has an id and a name that nothing else was meant to have. */
    @ParameterizedTest
    @EnumSource
    void isWhatTheCatalogueSays(Code code) {
        String agreed =
                code.id() + " " + code.kebabName() + " " + code.severity().word() + " " + code.istioReason();
        assertThat(catalogue()
                        .filter(line -> line.contains(code.id()) || line.contains(" " + code.kebabName() + " "))
                        .filter(line -> !line.equals(agreed.stripTrailing())))
                .isEmpty();
    }

    @Test
    void idsAndNamesAreUnique() {
        List<Code> codes = Arrays.asList(Code.values());
        assertThat(codes).extracting(Code::id).doesNotHaveDuplicates().allMatch(id -> id.matches("WM[0-9]{4}"));
        assertThat(codes)
                .extracting(Code::kebabName)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9-]+"));
        assertThat(catalogue().map(line -> line.substring(0, 6))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void hasAMessageAConsequenceAndAWayOut(Code code) {
        Object[] words = words(code);
        for (String sentence : List.of(code.message(words), code.consequence(words), code.help(words))) {
            assertThat(sentence).isNotBlank().doesNotContain("{", "}");
        }
        assertThat(code.message(words)).doesNotEndWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void usesEveryWordThatItAsksFor(Code code) {
        Object[] words = words(code);
        String sentences = code.message(words) + code.consequence(words) + code.help(words);
        assertThat(words).allSatisfy(word -> assertThat(sentences).contains(word.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void takesNeitherMoreNorFewerWords(Code code) {
        int count = words(code).length;
        assertThatThrownBy(() -> code.message(new Object[count + 1])).isInstanceOf(IllegalArgumentException.class);
        if (count > 0) {
            assertThatThrownBy(() -> code.help(new Object[count - 1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** As many words as the code asks for. */
    private static Object[] words(Code code) {
        Object[] words = {};
        while (!takes(code, words)) {
            words = Arrays.copyOf(words, words.length + 1);
            words[words.length - 1] = "word" + words.length;
        }
        return words;
    }

    private static boolean takes(Code code, Object... words) {
        try {
            code.message(words);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void aWordIsTakenAsItStands() {
        assertThat(Code.UNSUPPORTED_YAML.message("$1 {1} \\ {0}", "help")).isEqualTo("$1 {1} \\ {0}");
    }
}
