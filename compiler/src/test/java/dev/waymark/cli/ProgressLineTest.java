package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Patience for a second, then ten times a second. */
class ProgressLineTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final AtomicLong milliseconds = new AtomicLong();
    private final ProgressLine line = new ProgressLine(
            new PrintStream(screen, false, StandardCharsets.UTF_8), () -> milliseconds.get() * 1_000_000);

    private String shown() {
        String text = screen.toString(StandardCharsets.UTF_8);
        screen.reset();
        return text.replace("\r\u001B[K", "<clear>");
    }

    private String stepAt(long time, long done, long all) {
        milliseconds.set(time);
        line.step("reading files", done, all);
        return shown();
    }

    @Test
    void shortWorkIsDoneInSilence() {
        assertThat(stepAt(999, 1, 2)).isEmpty();
        line.clear();
        assertThat(shown()).isEmpty();
    }

    @Test
    void longWorkSaysHowFarItIs() {
        assertThat(stepAt(1_000, 1_500, 30_000)).isEqualTo("<clear>reading files: 1,500 of 30,000");
        assertThat(stepAt(1_099, 1_501, 30_000)).isEmpty();
        assertThat(stepAt(1_100, 1_502, 0)).isEqualTo("<clear>reading files: 1,502");
    }

    @Test
    void theLineGivesWayToAMessage() {
        stepAt(2_000, 1, 0);
        line.clear();
        assertThat(shown()).isEqualTo("<clear>");
        line.clear();
        assertThat(shown()).isEmpty();
    }
}
