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

/** Runs {@code compiler/bin/waymark} as a user does. */
final class Launcher {
    private static final long LONGEST_RUN_MINUTES = 5;
    private static final int BYTES_PER_KIB = 1024;

    private Launcher() {}

    /**
     * A run that has ended.
     *
     * @param millis wall time of the whole process
     * @param peakBytes the most memory that it had resident, as the kernel counts it
     */
    record Result(int exitCode, String out, String err, long millis, long peakBytes) {}

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
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(LONGEST_RUN_MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end");
            }
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Result result = new Result(process.exitValue(), read(out), read(err), millis, peak);
        Files.delete(out);
        Files.delete(err);
        return result;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** {@code VmHWM} of a process; 0 once it is gone. */
    private static long peak(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
