package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows is what the program reads and prints: blocks under a comment that names their source. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- (file|tree|transcript|console): (\\S+) -->\n```\\w+\n)(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `waymark (\\w+)");

    @Test
    void showsWhatTheProgramReadsAndPrints() throws IOException {
        Path readme = ROOT.resolve("README.md");
        String text = Files.readString(readme);
        assertThat(BLOCK.matcher(text).results()).hasSizeGreaterThanOrEqualTo(5);
        String current = BLOCK.matcher(text)
                .replaceAll(block -> Matcher.quoteReplacement(block.group(1) + content(block) + "```"));
        Golden.verify(current, readme);
    }

    private static String content(MatchResult block) {
        Path source = ROOT.resolve(block.group(3));
        try {
            return switch (block.group(2)) {
                case "file" -> withoutSchemaLine(Files.readString(source));
                case "tree" -> String.join("\n", Case.tree(source).keySet()) + "\n";
                case "console" -> beginning(Files.readString(source.resolve("README.md")), block.group(4));
                default -> withoutExitCode(Files.readString(source.resolve("output.txt")));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first command of a sample prints, as many paragraphs of it as are shown. */
    private static String beginning(String sample, String shown) {
        MatchResult console =
                Console.BLOCK.matcher(sample).results().findFirst().orElseThrow();
        String printed = console.group(1).substring(console.group(1).indexOf('\n') + 1);
        return Arrays.stream(printed.split("\n\n"))
                .limit(shown.split("\n\n").length)
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String withoutSchemaLine(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("# yaml-language-server"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String withoutExitCode(String transcript) {
        return transcript.substring(0, transcript.indexOf("--- exit code")).stripTrailing() + "\n";
    }

    @Test
    void listsEveryCommand() throws IOException {
        String help = Run.of("--help").out();
        assertThat(COMMAND.matcher(Files.readString(ROOT.resolve("README.md")))
                        .results()
                        .map(row -> row.group(1)))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(help).contains("  " + command + " "));
    }
}
