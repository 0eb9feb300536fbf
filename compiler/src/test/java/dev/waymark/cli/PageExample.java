package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example on a page of {@code waymark explain}: the fenced blocks under {@code Bad:} or {@code Good:}, carried out one
 * after another in an empty folder.
 *
 * <p>A {@code yaml} block is a file, {@code mesh.yaml} unless a comment such as {@code # mesh/shop.yaml} names it; such
 * comments begin further files in the same block. A {@code console} block holds command lines behind {@code $}. Where a
 * page shows none, two sides are compared, what the files hold is validated, and manifests without an intent are linted.
 */
record PageExample(List<Block> blocks) {
    /** A fenced block, with the word behind its fence. */
    record Block(String language, String text) {}

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
    private static final Pattern FILE_NAME = Pattern.compile("# (\\S+\\.yaml)");
    private static final Pattern CODE = Pattern.compile("\\[(WM[0-9]{4})]|([0-9]+ notes?): waymark validate");

    /** @param heading {@code Bad:} or {@code Good:}; its blocks end at the next heading, or with the page */
    static PageExample of(String page, String heading) {
        String section = page.substring(page.indexOf("\n" + heading + "\n") + 1);
        int next = section.indexOf("\nGood:\n");
        String own = next < 0 ? section : section.substring(0, next + 1);
        return in(own);
    }

    /** All blocks of a page that stand below this line of it. */
    static PageExample below(String page, MatchResult line) {
        return in(page.substring(line.end()));
    }

    private static PageExample in(String section) {
        return new PageExample(BLOCK.matcher(section)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .toList());
    }

    /** Writes what its blocks say, and runs nothing. */
    void writeFiles(Path folder) throws IOException {
        for (Block block : blocks) {
            if (block.language().equals("yaml")) {
                writeFiles(block.text(), folder);
            }
        }
    }

    /** What Waymark did, one run for each of its command lines. */
    List<Run> run(Path folder) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (Block block : blocks) {
            switch (block.language()) {
                case "yaml" -> writeFiles(block.text(), folder);
                case "console" -> runs.addAll(runCommands(block.text(), folder));
                default -> throw new IllegalArgumentException("no example is written in " + block.language());
            }
        }
        if (runs.isEmpty()) {
            runs.add(runWaymark(command(folder), folder));
        }
        return runs;
    }

    private static String command(Path folder) {
        if (Files.exists(folder.resolve("before"))) {
            return "diff before after";
        }
        boolean manifestsOnly = Files.exists(folder.resolve("manifests")) && !Files.exists(folder.resolve("mesh.yaml"));
        return manifestsOnly
                ? "lint manifests"
                : Files.exists(folder.resolve("mesh")) ? "validate mesh" : "validate mesh.yaml";
    }

    private static void writeFiles(String block, Path folder) throws IOException {
        Path file = folder.resolve("mesh.yaml");
        StringBuilder text = new StringBuilder();
        for (String line : block.lines().toList()) {
            Matcher name = FILE_NAME.matcher(line);
            if (name.matches()) {
                write(text, file);
                file = folder.resolve(name.group(1));
            } else {
                text.append(line).append('\n');
            }
        }
        write(text, file);
    }

    private static void write(StringBuilder text, Path file) throws IOException {
        if (!text.isEmpty()) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
            text.setLength(0);
        }
    }

    private static List<Run> runCommands(String block, Path folder) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (String line : block.lines().toList()) {
            assertThat(line).startsWith("$ ");
            String command = line.substring(2);
            if (command.startsWith("waymark ")) {
                runs.add(runWaymark(command.substring("waymark ".length()), folder));
            } else {
                runShell(command, folder);
            }
        }
        return runs;
    }

    /** Runs it in this process, whose working folder is another one: paths are made absolute. */
    private static Run runWaymark(String line, Path folder) {
        String[] words = line.split(" ", -1);
        for (int index = 1; index < words.length; index++) {
            Path path = folder.resolve(words[index]);
            if (words[index - 1].equals("-o") || Files.exists(path)) {
                words[index] = path.toString();
            }
        }
        return Run.of(words);
    }

    private static void runShell(String line, Path folder) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(line + "\n" + printed).isZero();
    }

    /** The codes that a run printed; where it only counted notes, the count. */
    static List<String> codes(Run run) {
        return CODE.matcher(run.transcript())
                .results()
                .map(PageExample::code)
                .distinct()
                .toList();
    }

    private static String code(MatchResult found) {
        return Objects.requireNonNullElse(found.group(1), found.group(2));
    }
}
