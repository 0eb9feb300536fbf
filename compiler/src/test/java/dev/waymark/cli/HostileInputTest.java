package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.FileTree;
import dev.waymark.testing.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad inputs of every kind against every command: each is refused in words, soon, without a trace, or is harmless.
 */
class HostileInputTest {
    private static final byte[] NO_INPUT = {};

    private final Path desk;
    private final Path inputs;
    private final Harm harm;
    private final String rendered;
    private final String missing;

    HostileInputTest(@TempDir Path root) {
        this.desk = root.resolve("desk");
        this.inputs = root.resolve("inputs");
        this.harm = new Harm(desk);
        this.rendered = desk.resolve("rendered").toString();
        this.missing = desk.resolve("missing").toString();
    }

    @BeforeEach
    void render() throws IOException {
        Files.createDirectories(desk);
        Files.createDirectories(inputs);
        assertThat(Run.of("render", good(), "-o", rendered).exitCode()).isZero();
    }

    private String good() throws IOException {
        return new Desk(inputs).good();
    }

    static List<HostileText> texts() {
        return HostileText.all();
    }

    static List<HostileText> smallTexts() {
        return texts().stream().filter(text -> !text.large()).toList();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsHarmlessOrRefused(HostileText text) throws Exception {
        Path file = Files.write(inputs.resolve("hostile.yaml"), text.bytes());
        List<List<String>> all = CommandLines.reading(file.toString(), rendered, missing);
        for (List<String> line : text.large() ? CommandLines.firsts(all) : all) {
            Run run = harm.none(NO_INPUT, line);
            // What a text says nothing of cannot be explained.
            List<Integer> harmless = line.get(0).equals("explain") ? List.of(0, 1, 2) : List.of(0, 1);
            assertThat(run.exitCode()).isIn(text.harmless() ? harmless : List.of(1));
            FileTree.delete(Path.of(missing));
        }
        for (List<String> line : CommandLines.readingAnything(file.toString())) {
            harm.none(NO_INPUT, line);
        }
        Run piped = harm.none(text.bytes(), List.of("validate", "-"));
        assertThat(piped.exitCode() == 0).isEqualTo(text.harmless());
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceIsRefused(HostilePlace place) throws Exception {
        String name = place.make(inputs);
        for (List<String> line : CommandLines.reading(name, rendered, missing)) {
            assertThat(harm.none(NO_INPUT, line).exitCode()).isIn(1, 2);
        }
        for (List<String> line : CommandLines.readingAnything(name)) {
            harm.none(NO_INPUT, line);
        }
    }

    /** The names of what exists may be as odd; it is the directory that the run makes, and nothing beside it. */
    @ParameterizedTest
    @EnumSource
    void aPlaceForTheOutputIsRefusedOrTaken(HostilePlace place) throws Exception {
        String good = good();
        String name = place.make(Files.createDirectories(desk.resolve("place")));
        for (List<String> line : CommandLines.reading(good, name)) {
            harm.none(NO_INPUT, line);
        }
        assertThat(Run.of("validate", good).exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceForTheFirstIntentIsRefusedOrTaken(HostilePlace place) throws Exception {
        harm.none(NO_INPUT, List.of("init", place.make(Files.createDirectories(desk.resolve("place")))));
    }

    @ParameterizedTest
    @MethodSource("smallTexts")
    void aLockOrAManifestIsNotTrusted(HostileText text) throws Exception {
        String good = good();
        for (String path : List.of("shop/waymark.lock", "shop/gateways/shop/gateway_waypoint.yaml")) {
            Path file = Path.of(rendered).resolve(path);
            byte[] before = Files.readAllBytes(file);
            Files.write(file, text.bytes());
            for (List<String> line : CommandLines.firsts(CommandLines.reading(good, rendered))) {
                Run run = harm.none(NO_INPUT, line);
                if (line.contains("-o")) {
                    assertThat(run.exitCode()).isEqualTo(ExitCode.FOUND);
                }
            }
            Files.write(file, before);
        }
    }

    @ParameterizedTest
    @FieldSource("dev.waymark.cli.Hostile#VALUES")
    void anArgumentIsRefused(String argument) throws Exception {
        for (List<String> line : CommandLines.taking(argument)) {
            if (!line.get(0).equals("init")) {
                assertThat(harm.none(NO_INPUT, line).exitCode()).isEqualTo(2);
            }
        }
        for (List<String> line : CommandLines.firsts(CommandLines.reading("good.yaml", rendered))) {
            List<String> more = Stream.concat(line.stream(), Stream.of("--istio-version", argument))
                    .toList();
            assertThat(harm.none(NO_INPUT, more).exitCode()).isEqualTo(2);
        }
        assertThat(harm.none(NO_INPUT, List.of("--" + argument)).exitCode()).isEqualTo(2);
        assertThat(harm.none(NO_INPUT, List.of(argument, "mesh.yaml")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void theNameOfAFileIsNoCommandForATerminal() throws Exception {
        for (String text : List.of(Desk.text(), Hostile.INTENT)) {
            Path file = Files.writeString(inputs.resolve(Hostile.FILE), text);
            for (List<String> line : CommandLines.reading(file.toString(), rendered)) {
                assertThat(harm.none(NO_INPUT, line).exitCode()).isEqualTo(1);
            }
        }
    }

    /** As shells hand over what a command prints: {@code waymark validate <(generate)}. */
    @Test
    void aPipeThatIsHandedOverIsRead() throws Exception {
        byte[] text = Files.readAllBytes(Path.of(good()));
        Process process = Program.waymark(inputs).start("validate", "/dev/stdin");
        process.getOutputStream().write(text);
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).startsWith("no problems: 1 unit");
    }
}
