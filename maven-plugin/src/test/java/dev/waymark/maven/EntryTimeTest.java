package dev.waymark.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time stamp of a project, as other plugins read it. */
class EntryTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z",
        "2026-11-01T02:00:00+02:00, 2026-11-01T00:00:00Z",
        "1793491200, 2026-11-01T00:00:00Z",
        "x, 1980-02-01T00:00:00Z",
        "'', 1980-02-01T00:00:00Z"
    })
    void isReadInBothForms(String stated, String time) throws Exception {
        assertThat(EntryTime.of(stated)).hasToString(time);
    }

    @Test
    void withoutOneItIsTheEarliest() throws Exception {
        assertThat(EntryTime.of(null)).hasToString("1980-02-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-11-01",
                "99999999999999999999",
                "1793491200000",
                "86400",
                "2100-01-01T00:00:00Z"
            })
    void anythingElseIsRefused(String stated) {
        assertThatThrownBy(() -> EntryTime.of(stated))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("`" + stated + "`");
    }
}
