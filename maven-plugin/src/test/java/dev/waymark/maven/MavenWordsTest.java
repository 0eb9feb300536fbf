package dev.waymark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message advises can be done in Maven. */
class MavenWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run `waymark render` with the same inputs | run `mvn waymark:render` with the same inputs",
                "render with `--force` | render with `-Dwaymark.force`",
                "add `--remove-unit shop` | add `-Dwaymark.removeUnit=shop`",
                "`--inventory-complete` says | `-Dwaymark.inventoryComplete` says",
                "`waymark explain WM1001` says more | `waymark explain WM1001` says more",
                "a--b and `--` stay | a--b and `--` stay"
            })
    void optionsAreProperties(String said, String words) {
        assertThat(MavenWords.of(said)).isEqualTo(words);
    }
}
