package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.waymark.testing.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the program on what may do harm, and finds the harm.
 *
 * @param desk the folder into which it may write
 */
record Harm(Path desk) {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final JsonMapper MAPPER = new JsonMapper();

    /** What moves the cursor, turns the direction of text, or hides. */
    private static final Pattern RAW =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|\\p{Cf}|\\p{Cs}|[\\u2028\\u2029]", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern FAULT = Pattern.compile(
            "(?m)^\\s+at [\\w.]+\\(|(java|dev\\.waymark|tools)\\.[\\w.]*\\w(Exception|Error)\\b|a fault of");

    /** Fails where something is written though the run did not succeed, or where what is printed is no answer. */
    Run none(byte[] standardInput, List<String> line) throws IOException {
        SortedMap<String, String> before = FileTree.of(desk);
        Run run = assertTimeoutPreemptively(LONGEST, () -> Run.withInput(standardInput, line.toArray(String[]::new)));
        assertThat(run.exitCode()).isBetween(0, 2);
        if (run.exitCode() != 0) {
            assertThat(FileTree.of(desk)).as("what lies on the desk").isEqualTo(before);
        }
        assertHarmless(run, line);
        return run;
    }

    private static void assertHarmless(Run run, List<String> line) {
        for (String text : List.of(run.out(), run.err())) {
            assertThat(first(RAW, text)).as("raw in %s", line).isEmpty();
            assertThat(first(FAULT, text)).as("fault in %s", line).isEmpty();
        }
        if (run.exitCode() == ExitCode.TROUBLE) {
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).matches("waymark: \\P{Cc}+\\n");
        } else {
            assertAnswer(run, line);
        }
    }

    /** Of a machine's format that it can be parsed, of text that it says what to do. */
    private static void assertAnswer(Run run, List<String> line) {
        int format = line.indexOf("--format") + 1;
        String word = format == 0 ? "text" : line.get(format);
        boolean messagesOnly = run.exitCode() == ExitCode.FOUND && run.out().isEmpty();
        if (List.of("json", "sarif", "gitlab").contains(word) && !messagesOnly) {
            assertThat(MAPPER.readTree(run.out()).isContainer()).isTrue();
        } else if (run.exitCode() == ExitCode.FOUND && !word.equals("github")) {
            assertThat(run.out() + run.err()).contains(" = help: ");
        }
    }

    /** What a pattern finds first, with what stands around it. */
    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        int start = Math.max(0, matcher.start() - 60);
        return "U+%04X in ".formatted(text.codePointAt(matcher.start()))
                + text.substring(start, Math.min(text.length(), matcher.end() + 60));
    }
}
