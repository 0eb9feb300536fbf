package dev.waymark.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How a program of others ended, and what it printed. */
record Outcome(int exit, String out, String err) {
    /**
     * Runs it to its end, or fails.
     *
     * @param folder for what it prints
     * @param seconds that it may take
     * @param help what to do if it cannot be started
     */
    static Outcome of(ProcessBuilder program, Path folder, int seconds, String help)
            throws IOException, InterruptedException {
        Path out = folder.resolve("program.out");
        Path err = folder.resolve("program.err");
        Process process = start(program.redirectOutput(out.toFile()).redirectError(err.toFile()), help);
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(program.command() + " did not end within " + seconds + " seconds");
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Process start(ProcessBuilder program, String help) {
        try {
            return program.start();
        } catch (IOException e) {
            throw new AssertionError("cannot run " + program.command().get(0) + ": " + help, e);
        }
    }
}
