package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.report.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as they stand on a screen. */
class TerminalTest {
    private static final String HEAD =
            "apiVersion: waymark.dev/v1alpha1\nkind: MeshIntent\nmetadata: {name: shop}\nspec:\n  waypoints:\n";

    /** The messages about waypoints, on a screen of so many cells. */
    private static String seen(int width, String waypoints) {
        Terminal.Screen screen = new Terminal.Screen(true, false, width);
        ByteArrayInputStream in = new ByteArrayInputStream((HEAD + waypoints).getBytes(StandardCharsets.UTF_8));
        Run run = Run.on(in, screen, screen, "validate", "-");
        return run.out() + run.err();
    }

    @Test
    void aNarrowScreenBreaksSentencesBetweenWords() {
        assertThat(seen(60, "  - {namespace: shop, consumer: [{service: cart}]}\n"))
                .isEqualTo("""
                        error[WM0005]: `consumer` is not a field of an entry of
                            `waypoints`
                         --> -:6:23
                          |
                        6 |   - {namespace: shop, consumer: [{service: cart}]}
                          |                       ^^^^^^^^
                          = so: nothing would read it, so that the mesh would differ
                            from what the file says
                          = help: did you mean `consumers`?

                        1 error
                        """);
    }

    @Test
    void aLabelWithoutRoomStandsBelowTheMark() {
        assertThat(seen(45, "  - {name: east, namespace: shop, name: west}\n")).contains("""
                        6 | …me: east, namespace: shop, name: west}
                          |                             ^^^^
                          | stated again
                        """);
    }

    @Test
    void theMarkStandsBelowWideCharacters() {
        String value = "\"日本語 e\u0301 😀\"";
        assertThat(seen(Page.UNLIMITED, "  - {namespace: shop, annotations: {a: " + value + "}, consumer: []}\n"))
                .contains(
                        "6 |   - {namespace: shop, annotations: {a: " + value + "}, consumer: []}\n",
                        "  |                                                        ^^^^^^^^\n");
    }

    @Test
    void theMarkStandsBelowTabs() {
        assertThat(seen(Page.UNLIMITED, "  - {\tnamespace: shop,\tconsumer: []}\n"))
                .contains("""
                        6 |   - {    namespace: shop,    consumer: []}
                          |                              ^^^^^^^^
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, Page.UNLIMITED})
    void longLinesAreCutAroundTheMark(int width) {
        String padding = "x".repeat(2000);
        String text = seen(
                width,
                "  - {namespace: shop, annotations: {a: " + padding + "}, consumer: [], labels: {b: " + padding
                        + "}}\n");
        List<String> frame = text.lines()
                .filter(line -> line.contains(" |") && line.contains("x"))
                .toList();
        assertThat(frame).anyMatch(line -> line.contains("x}, consumer: [], labels"));
        assertThat(frame).allMatch(line -> line.length() <= Math.min(width, 240));
    }

    @Test
    void aValueThatSomebodyPastedDoesNotBuryTheMessage() {
        String text = seen(Page.UNLIMITED, "  - {namespace: shop, labels: {b: " + "x".repeat(100_000) + "}}\n");
        assertThat(text).contains("x…x").contains("` is longer than 63 characters\n");
        assertThat(text).hasSizeLessThan(1_500);
    }

    @Test
    void whatIsTooMuchToReadIsCountedAndTheWorstIsShown() {
        String unused = IntStream.range(0, 25)
                .mapToObj(number -> "  - {name: w" + number + ", namespace: shop}\n")
                .collect(Collectors.joining());
        String mistyped = "  - {name: z, namespace: shop, for: workload, consumers: [{service: web}]}\n";
        String text = seen(Page.UNLIMITED, unused + mistyped);
        assertThat(text.lines().filter(line -> line.startsWith("warning["))).hasSize(19);
        assertThat(text.lines().filter(line -> line.startsWith("error[WM2001]")))
                .hasSize(1);
        assertThat(text)
                .endsWith("6 warnings more; waymark validate --format json has all of them\n\n1 error, 25 warnings\n");
    }
}
