package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import org.junit.jupiter.api.Test;

/** One line that programs know, and further in what a person needs. */
class LineReportTest {
    private static final SourceFile FILE = new SourceFile("a b/mesh.yaml", "one\n  two\u202e\n");

    @Test
    void theFirstLineIsPlaceCodeAndMessage() {
        Diagnostic found = Diagnostic.of(Code.STALE_OUTPUT, "out", "1 file differs")
                .at(new Span(FILE, 6, 9))
                .and(new Span(FILE, 0, 3), "said here");
        assertThat(LineReport.lines(found))
                .containsExactly(
                        "a b/mesh.yaml:2:3 WM4004 out is not what a render would write: 1 file differs",
                        "    a b/mesh.yaml:1:1 said here",
                        "    so: what is committed, and so what is delivered, differs from the intents",
                        "    help: run `waymark render` with the same inputs and commit the result");
    }

    @Test
    void withoutAPlaceTheCodeComesFirst() {
        Diagnostic found = Diagnostic.of(Code.STALE_OUTPUT, "out\n[INFO] forged", "\u001b[31m");
        assertThat(LineReport.lines(found))
                .hasSize(3)
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl));
        assertThat(LineReport.lines(found).get(0)).startsWith("WM4004 out");
    }
}
