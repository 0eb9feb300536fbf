package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.RoutesParts.Part;
import dev.waymark.source.InputException;
import dev.waymark.testing.ClusterGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The routes of a hundred thousand Services are found in a time that is linear in their number, and in little memory.
 * Measured as {@link ScaleConformance} does: processor time, the best of each size.
 */
class RoutesScaleConformance {
    private static final int NAMESPACES = 10_000;
    private static final int MOST_ROUNDS = 3;
    private static final double LINEAR = 2.2;
    /** A warm part shows its sorting, and that more no longer fits into caches; were it square, it would be four times. */
    private static final double LINEAR_PART = 3;

    private static final long MOST_BYTES = 1L << 30;

    @TempDir
    private Path folder;

    private long one = Long.MAX_VALUE;
    private long two = Long.MAX_VALUE;

    @Test
    void twiceTheServicesTakeTwiceTheTime() throws IOException, InterruptedException {
        int throughOne = ClusterGenerator.write(folder.resolve("one"), NAMESPACES, 1);
        int throughTwo = ClusterGenerator.write(folder.resolve("two"), 2 * NAMESPACES, 1);
        int round = 0;
        do {
            one = Math.min(one, routes("one", NAMESPACES, throughOne));
            two = Math.min(two, routes("two", 2 * NAMESPACES, throughTwo));
        } while (!isLinear() && ++round < MOST_ROUNDS);
        assertThat(isLinear()).as("%d ms against %d ms", two, one).isTrue();
    }

    /** Where that time goes. All rounds run in this process: the first one warms it up. */
    @Test
    void eachPartTakesTwiceTheTime() throws IOException, InputException {
        ClusterGenerator.write(folder.resolve("one"), NAMESPACES, 1);
        ClusterGenerator.write(folder.resolve("two"), 2 * NAMESPACES, 1);
        RoutesParts once = new RoutesParts();
        RoutesParts twice = new RoutesParts();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            once.run(folder.resolve("one"), ClusterGenerator.SERVICES * NAMESPACES);
            twice.run(folder.resolve("two"), 2 * ClusterGenerator.SERVICES * NAMESPACES);
        }
        String table = table(once, twice);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(table);
        assertThat(areLinear(once, twice)).as(table).isTrue();
    }

    private static boolean areLinear(RoutesParts once, RoutesParts twice) {
        return Stream.of(Part.values()).allMatch(part -> twice.millis(part) <= LINEAR_PART * once.millis(part));
    }

    private static String table(RoutesParts once, RoutesParts twice) {
        String head = String.format(
                Locale.ROOT,
                "%-12s %,10d %6s %,10d %6s %6s\n",
                "namespaces",
                NAMESPACES,
                "%",
                2 * NAMESPACES,
                "%",
                "ratio");
        String rows =
                Stream.of(Part.values()).map(part -> row(part, once, twice)).collect(Collectors.joining());
        return head + rows + row("all, in ms", once.millis(), 100, twice.millis(), 100);
    }

    private static String row(Part part, RoutesParts once, RoutesParts twice) {
        return row(part.words(), once.millis(part), once.percent(part), twice.millis(part), twice.percent(part));
    }

    private static String row(String words, double one, double percentOfOne, double two, double percentOfTwo) {
        return String.format(
                Locale.ROOT,
                "%-12s %,10.0f %6.1f %,10.0f %6.1f %6.2f\n",
                words,
                one,
                percentOfOne,
                two,
                percentOfTwo,
                two / one);
    }

    private boolean isLinear() {
        return two <= LINEAR * one;
    }

    /** User time in milliseconds. */
    private long routes(String mesh, int namespaces, int through) throws IOException, InterruptedException {
        Launcher.Result result =
                Launcher.run(folder, "routes", "--inventory", mesh, "--inventory-complete", "--format", "json");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(lines(result, "\"traffic\" : ")).isEqualTo((long) ClusterGenerator.SERVICES * namespaces);
        assertThat(lines(result, "\"reason\" : \"WaypointAccepted\"")).isEqualTo(through);
        assertThat(result.peakBytes()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
        return result.userMillis();
    }

    private static long lines(Launcher.Result result, String start) {
        return result.out()
                .lines()
                .filter(line -> line.strip().startsWith(start))
                .count();
    }
}
