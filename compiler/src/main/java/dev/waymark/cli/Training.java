package dev.waymark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Runs the commands that people run most, in one virtual machine, on a small intent. The launcher lets it leave an
 * archive of all classes that this loads, with which later runs start at once.
 */
final class Training {
    private final Path folder;
    private final Main program;

    Training(Path folder, Terminal terminal) {
        this.folder = folder;
        this.program = new Main(terminal);
    }

    /** @param arguments an empty folder that may be filled, and is not needed any more */
    public static void main(String[] arguments) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), nowhere, nowhere, Terminal.Screen.NONE, Terminal.Screen.NONE);
        new Training(Path.of(arguments[0]), terminal).run();
    }

    /** The exit codes of all commands. */
    List<Integer> run() throws IOException {
        String intent = intent();
        String old = write("old.yaml", intent);
        String now = write("new.yaml", intent.replace("    - namespace: shop\n", ""));
        String before = folder.resolve("before").toString();
        String after = folder.resolve("after").toString();
        return List.of(
                program.run("render", old, "-o", before),
                program.run("render", now, "-o", after),
                program.run("check", now, "-o", after),
                program.run("validate", now, "--format", "json"),
                program.run("routes", now),
                program.run("explain", "service/shop/web", old),
                program.run("lint", before),
                program.run("diff", before, after),
                program.run("diff", old, now, "--format", "markdown"));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String intent() throws IOException {
        try (InputStream resource =
                Objects.requireNonNull(Training.class.getResourceAsStream("training-intent.yaml"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
