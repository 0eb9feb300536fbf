package dev.waymark.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a process of its own, with the class path of the tests.
 *
 * @param environment what {@code env} takes: variables as {@code NAME=value}
 */
public record Program(Path workingDirectory, String mainClass, List<String> options, List<String> environment) {
    private static final String WAYMARK = "dev.waymark.cli.Main";
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    /** How a program ended, and what it printed, standard error and output together. */
    public record End(int exitCode, String printed) {}

    /** The command line of Waymark. */
    public static Program waymark(Path workingDirectory) {
        return new Program(workingDirectory, WAYMARK, List.of(), List.of());
    }

    public static Program of(Class<?> mainClass, Path workingDirectory) {
        return new Program(workingDirectory, mainClass.getName(), List.of(), List.of());
    }

    /** The same program with other options of the Java machine. */
    public Program options(String... more) {
        return new Program(workingDirectory, mainClass, List.of(more), environment);
    }

    /** The same program with other variables of the environment. */
    public Program environment(String... more) {
        return new Program(workingDirectory, mainClass, options, List.of(more));
    }

    public Process start(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    /** Starts it with a file as its standard input. */
    public Process startWith(Path input, String... arguments) throws IOException {
        return builder(arguments).redirectInput(input.toFile()).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String variable : environment) {
            String[] parts = variable.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        }
        return builder.directory(workingDirectory.toFile()).redirectErrorStream(true);
    }

    /** Runs it to its end. */
    public End run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("does not end: " + printed);
        }
        return new End(process.exitValue(), printed);
    }
}
