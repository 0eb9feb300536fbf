package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A machine of a CI service: a clone of one commit, and programs in place of those that speak to others, which write down
 * what they are asked.
 *
 * @param root has {@code origin}, {@code clone}, {@code bin} and {@code calls}
 */
record ReviewJob(Path root) {
    private static final String INTENT = "kind: MeshIntent\n";

    /** How a script ended. */
    record End(int exitCode, String printed) {}

    /** Files of the first commit and of the second; the clone has the second one only. */
    static ReviewJob of(Path root, String baseFile, String headFile) throws IOException, InterruptedException {
        ReviewJob job = new ReviewJob(root);
        Path origin = Files.createDirectory(root.resolve("origin"));
        job.run(origin, Map.of(), "git", "init", "--quiet", "--initial-branch=main");
        job.commit(baseFile, INTENT);
        job.run(origin, Map.of(), "git", "rm", "--quiet", baseFile);
        job.commit(headFile, INTENT + "# changed\n");
        job.cloneHead();
        Files.createDirectory(root.resolve("bin"));
        Files.createFile(root.resolve("calls"));
        return job;
    }

    void commit(String file, String text) throws IOException, InterruptedException {
        Path path = root.resolve("origin").resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
        run(root.resolve("origin"), Map.of(), "git", "add", "--all");
        run(root.resolve("origin"), Map.of(), "git", "commit", "--quiet", "--message", "change " + file);
    }

    void cloneHead() throws IOException, InterruptedException {
        String origin = root.resolve("origin").toUri().toString();
        run(root, Map.of(), "git", "clone", "--quiet", "--depth=1", origin, "clone");
    }

    /** The hash of a commit of the origin. */
    String commitOf(String revision) throws IOException, InterruptedException {
        return run(root.resolve("origin"), Map.of(), "git", "rev-parse", revision)
                .printed()
                .strip();
    }

    /** Puts a program in place of one that has this name; what it is asked goes to {@code calls}. */
    void fake(String name, String script) throws IOException {
        String log = "#!/bin/sh\nprintf '%s\\n' \"" + name + " $*\" >>'" + root.resolve("calls") + "'\n";
        Path program = Files.writeString(root.resolve("bin").resolve(name), log + script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    List<String> calls(String program) throws IOException {
        return Files.readAllLines(root.resolve("calls")).stream()
                .filter(line -> line.startsWith(program + " "))
                .toList();
    }

    /** Runs something in the clone. */
    End run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        return start(root.resolve("clone"), environment, command);
    }

    private End run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        End end = start(folder, environment, command);
        assertThat(end.exitCode()).as(end.printed()).isZero();
        return end;
    }

    private End start(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(identity());
        builder.environment().merge("PATH", root.resolve("bin").toString(), (path, own) -> own + ":" + path);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), printed);
    }

    private static Map<String, String> identity() {
        return Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_SYSTEM", "/dev/null",
                "GIT_AUTHOR_NAME", "a",
                "GIT_AUTHOR_EMAIL", "a@example.com",
                "GIT_COMMITTER_NAME", "a",
                "GIT_COMMITTER_EMAIL", "a@example.com");
    }
}
