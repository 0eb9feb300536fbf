package dev.waymark.cli;

import dev.waymark.testing.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Command lines that run one after another in one folder, each in a process of its own, as a person types them. */
record Session(Path folder, List<String> lines) {
    private static final String PROGRAM = "waymark";

    /** What stands on the terminal at the end. */
    String transcript() {
        StringBuilder transcript = new StringBuilder();
        lines.forEach(line -> transcript.append("$ ").append(line).append('\n').append(run(line)));
        return transcript.toString();
    }

    private String run(String line) {
        String[] words = line.split(" ", -1);
        if (!words[0].equals(PROGRAM)) {
            throw new IllegalArgumentException("not a command line of ours: " + line);
        }
        try {
            Program.End end = Program.waymark(folder)
                    .run(List.of(words).subList(1, words.length).toArray(String[]::new));
            return end.printed() + "--- exit code " + end.exitCode() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
