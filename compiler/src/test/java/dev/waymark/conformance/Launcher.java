package dev.waymark.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code compiler/bin/waymark} as a user does. */
final class Launcher {
    private static final long LONGEST_RUN_MINUTES = 5;
    private static final int BYTES_PER_KIB = 1024;
    private static final int MILLIS_PER_TICK = 10;

    private Launcher() {}

    /**
     * A run that has ended.
     *
     * @param userMillis processor time of the whole process, without that of the kernel
     * @param peakBytes the most memory that it had resident
     */
    record Result(int exitCode, String out, String err, long userMillis, long peakBytes) {}

    /** A {@code PATH} on which it comes first, as {@code waymark} in a new folder of this one. */
    static String path(Path folder) throws IOException {
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(programs.resolve("waymark"), Path.of(Setting.of("waymark.launcher")));
        return programs + ":" + System.getenv("PATH");
    }

    static Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), arguments);
    }

    static Result run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Objects.requireNonNull(System.getProperty("waymark.launcher"))));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("waymark", ".out");
        Path err = Files.createTempFile("waymark", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        long user = 0;
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            user = Math.max(user, userMillis(process.pid()));
            peak = Math.max(peak, peakBytes(process.pid()));
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(LONGEST_RUN_MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end");
            }
        }
        Result result = new Result(process.exitValue(), read(out), read(err), user, peak);
        Files.delete(out);
        Files.delete(err);
        return result;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** {@code utime} as {@code proc(5)} explains it; 0 once the process is gone. */
    private static long userMillis(long pid) {
        return lines(pid, "stat")
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
                .mapToLong(fields -> Long.parseLong(fields[11]) * MILLIS_PER_TICK)
                .sum();
    }

    /** {@code VmHWM}; 0 once the process is gone. */
    static long peakBytes(long pid) {
        return lines(pid, "status")
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
                .sum();
    }

    private static Stream<String> lines(long pid, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), file)).stream();
        } catch (IOException gone) {
            return Stream.empty();
        }
    }
}
