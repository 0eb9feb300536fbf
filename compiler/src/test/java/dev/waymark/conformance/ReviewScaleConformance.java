package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.MeshReview;
import dev.waymark.source.FileTree;
import dev.waymark.source.PlainFile;
import dev.waymark.source.Walk;
import dev.waymark.testing.MeshGenerator;
import dev.waymark.yaml.YamlReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rendered meshes of thousands of documents are compared in a time that is linear in their number. */
class ReviewScaleConformance {
    private static final int NAMESPACES = 575;
    private static final int FILES = 6_500;
    private static final int ROUNDS = 3;
    private static final int CHANGED = 50;
    private static final double LINEAR = 2.4;

    @TempDir
    private Path folder;

    /** Renders a mesh twice, and changes some labels in the second rendering. */
    private long render(String name, int namespaces) throws Exception {
        MeshGenerator.write(folder.resolve(name + "-mesh"), namespaces, 1);
        for (String side : List.of(name + "-before", name + "-after")) {
            assertThat(Launcher.run(folder, "render", name + "-mesh", "-o", side, "--quiet")
                            .exitCode())
                    .isZero();
        }
        try (Stream<Path> files = Files.walk(folder.resolve(name + "-after"))) {
            for (Path file : files.filter(path -> path.toString().contains("deployment_app"))
                    .limit(CHANGED)
                    .toList()) {
                Path text = file.resolve("kustomization.yaml");
                if (Files.isRegularFile(text)) {
                    Files.writeString(text, Files.readString(text).replaceAll("(use-waypoint: ).*", "$1none"));
                }
            }
        }
        return FileTree.work()
                .files(folder.resolve(name + "-before").toString(), Walk.of(".yaml"))
                .size();
    }

    private long diff(String name) throws Exception {
        Launcher.Result result = Launcher.run(folder, "diff", name + "-before", name + "-after");
        assertThat(result.out()).contains(" restart; ");
        return result.userMillis();
    }

    @Test
    void twiceTheDocumentsTakeTwiceTheTime() throws Exception {
        assertThat(render("one", NAMESPACES)).isGreaterThan(FILES);
        assertThat(render("two", 2 * NAMESPACES)).isGreaterThan(2 * FILES);
        long one = Long.MAX_VALUE;
        long two = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            one = Math.min(one, diff("one"));
            two = Math.min(two, diff("two"));
        }
        String table = String.format(
                        Locale.ROOT,
                        "diff of %,d files: %,d ms; of twice as many: %,d ms, %.2f times%n",
                        FILES,
                        one,
                        two,
                        (double) two / one)
                + phases();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(table);
        assertThat((double) two / one).as(table).isLessThan(LINEAR);
    }

    /** Where the time of the larger one goes, in this warm process: reading, parsing, and the whole of it. */
    private String phases() throws Exception {
        String before = folder.resolve("two-before").toString();
        String after = folder.resolve("two-after").toString();
        StringBuilder rows = new StringBuilder();
        for (int round = 0; round < ROUNDS; round++) {
            rows.setLength(0);
            long whole =
                    millis(() -> MeshReview.compare(CompileRequest.of(List.of()), MeshReview.Sides.of(before, after)));
            long read = millis(() -> read(before) + read(after));
            long parse = millis(() -> parse(after)) - read / 2;
            rows.append(String.format(
                    Locale.ROOT,
                    "warm, two threads: whole %,d ms; one thread: list and read both %,d ms, parse one side %,d ms%n",
                    whole,
                    read,
                    parse));
        }
        return rows.toString();
    }

    private static long millis(Callable<?> part) throws Exception {
        long start = System.nanoTime();
        part.call();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static long read(String side) throws Exception {
        long bytes = 0;
        for (PlainFile file : FileTree.work().files(side, Walk.of(".yaml"))) {
            bytes += file.bytes().length;
        }
        return bytes;
    }

    private static long parse(String side) throws Exception {
        long documents = 0;
        for (PlainFile file : FileTree.work().files(side, Walk.of(".yaml"))) {
            documents += YamlReader.read(file.text(file.bytes())).documents().size();
        }
        return documents;
    }
}
