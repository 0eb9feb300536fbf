package dev.waymark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A {@code console} block: command lines behind {@code $}, which run in one folder, and what stands on the terminal. */
final class Console {
    /** Its code, and what it holds. */
    static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```");

    private static final Pattern EXIT_CODE = Pattern.compile("--- exit code ([0-9]+)\n\\z");

    private final Path folder;
    private String exitCode = "";

    Console(Path folder) {
        this.folder = folder;
    }

    /** The block as it stands once its commands have run. */
    String run(String block) {
        return block.lines()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line + "\n" + printed(line.substring(2)))
                .collect(Collectors.joining());
    }

    /** What goes to a file is compared with it, and not shown. */
    private String printed(String command) {
        if (command.equals("echo $?")) {
            return exitCode + "\n";
        }
        String[] parts = command.split(" >", 2);
        String transcript = new Session(folder, List.of(parts[0])).transcript();
        Matcher end = EXIT_CODE.matcher(transcript);
        if (!end.find()) {
            throw new IllegalStateException("does not end: " + transcript);
        }
        exitCode = end.group(1);
        String printed = transcript.substring(transcript.indexOf('\n') + 1, end.start());
        if (parts.length == 1) {
            return printed;
        }
        Golden.verify(printed, folder.resolve(parts[1]));
        return "";
    }
}
