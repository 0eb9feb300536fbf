package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders every sample and compares the whole directory with the one beside it; runs the commands of its README. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("../samples");

    /** The result, perhaps how many notes there are, and nothing else. */
    private static final Pattern NO_PROBLEM = Pattern.compile("[^\\n]* written, 0 removed, 0 unchanged\\n"
            + "(--- standard error\\n[0-9]+ notes?: waymark validate\\n)?--- exit code 0\\n");

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void rendersWhatIsExpected(Path sample, @TempDir Path temporary) throws IOException {
        Path out = temporary.resolve("out");
        Run run = Run.of("render", input(sample).toString(), "-o", out.toString());
        assertThat(run.transcript()).matches(NO_PROBLEM);
        Path expected = sample.resolve("expected");
        for (Map.Entry<String, String> file : Case.tree(out).entrySet()) {
            Golden.verify(file.getValue(), expected.resolve(file.getKey()));
        }
        assertThat(Case.tree(expected).keySet()).isEqualTo(Case.tree(out).keySet());
        assertThat(sample.resolve("README.md")).exists();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readmeShowsWhatIsPrinted(Path sample) throws IOException {
        Path readme = sample.resolve("README.md");
        Console console = new Console(sample);
        String current = Console.BLOCK
                .matcher(Files.readString(readme))
                .replaceAll(block -> Matcher.quoteReplacement("```console\n" + console.run(block.group(1)) + "```"));
        Golden.verify(current, readme);
    }

    /** A change is rendered as what comes of it. */
    private static Path input(Path sample) {
        Path after = sample.resolve("after");
        return Files.exists(after) ? after : sample;
    }
}
