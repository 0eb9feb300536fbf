package dev.waymark.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void isThatOfTheTextWithLineFeeds() {
        assertThat(of("kind: Gateway\n"))
                .isEqualTo("sha256:5e0342c05bd18467fe4c6cb66ea75d677c18170839fb750fa6df72430f22cf58")
                .isEqualTo(of("kind: Gateway\r\n"));
    }

    @Test
    void tellsACarriageReturnThatEndsNoLine() {
        assertThat(of("a\rb")).isNotEqualTo(of("ab"));
        assertThat(of("a\r")).isNotEqualTo(of("a"));
        assertThat(of("a\r\r\n")).isNotEqualTo(of("a\n"));
    }

    @Test
    void tellsALineFeedAtTheEnd() {
        assertThat(of("a\n")).isNotEqualTo(of("a"));
        assertThat(of("")).isNotEqualTo(of("\r\n"));
    }

    private static String of(String text) {
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
