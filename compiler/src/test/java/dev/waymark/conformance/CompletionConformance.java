package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Program;
import dev.waymark.testing.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real shells complete command lines with our scripts: bash and zsh by the Tab key in a terminal, fish by its own means. */
class CompletionConformance {
    private static final int SECONDS = 120;

    /** Lines, and what the Tab key makes of them. */
    private static final List<List<String>> LINES = List.of(
            List.of("waymark ren", "waymark render "),
            List.of("waymark --vers", "waymark --version "),
            List.of("waymark render --layer gat", "waymark render --layer gateways "),
            List.of("waymark render --dry", "waymark render --dry-run "),
            List.of("waymark validate --format=sa", "waymark validate --format=sarif "),
            List.of("waymark validate --format sa", "waymark validate --format sarif "),
            List.of("waymark validate --fail-on w", "waymark validate --fail-on warning "),
            List.of("waymark check --format xm", "waymark check --format xm"),
            List.of("waymark check --color=nev", "waymark check --color=never "),
            List.of("waymark completion f", "waymark completion fish "),
            List.of("waymark schema MeshI", "waymark schema MeshIntent "),
            List.of("waymark explain WM100", "waymark explain WM100"),
            List.of("waymark explain service/shop/c", "waymark explain service/shop/cart "),
            List.of("waymark validate mesh.", "waymark validate mesh.yaml "),
            List.of("waymark validate --istio-version 1.30 mesh.", "waymark validate --istio-version 1.30 mesh.yaml "),
            List.of("waymark render -o out", "waymark render -o out\\ dir/"),
            List.of("waymark check --output=out", "waymark check --output=out\\ dir/"),
            List.of("waymark render --remove-unit mes", "waymark render --remove-unit mes"));

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectory(folder.resolve("out dir"));
        Files.writeString(folder.resolve("output.txt"), "");
        Files.writeString(folder.resolve("mesh.yaml"), """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec:
                  waypoints:
                  - {namespace: shop, consumers: [{service: cart}]}
                """);
    }

    /** Outside of the working directory, in which files are completed. */
    private static Path script(String shell, Path scratch) throws IOException, InterruptedException {
        Program.End end = Program.waymark(scratch).run("completion", shell);
        assertThat(end.exitCode()).as(end.printed()).isZero();
        return Files.writeString(scratch.resolve("completion"), end.printed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theTabKeyCompletes(String shell, @TempDir Path scratch) throws IOException, InterruptedException {
        run(scratch, "", shell, "--version");
        assertTabCompletes(shell, script(shell, scratch), scratch);
    }

    @Test
    void zshCompletesWithAScriptInItsFolderOfFunctions(@TempDir Path scratch) throws IOException, InterruptedException {
        Path functions = Files.createDirectory(scratch.resolve("functions"));
        Files.move(script("zsh", scratch), functions.resolve("_waymark"));
        String load = "fpath=(" + functions + " $fpath)\ncompinit -u -D\n";
        assertTabCompletes("zsh", Files.writeString(scratch.resolve("load"), load), scratch);
    }

    private void assertTabCompletes(String shell, Path script, Path scratch) throws IOException, InterruptedException {
        String driver = Resources.path("conformance/completion/tab.zsh")
                .toAbsolutePath()
                .toString();
        String lines = String.join("\n", LINES.stream().map(line -> line.get(0)).toList()) + "\n";
        assertThat(run(scratch, lines, "zsh", "-f", driver, shell, script.toString(), scratch.toString()))
                .containsExactlyElementsOf(
                        LINES.stream().map(line -> line.get(1)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'waymark ren', render",
        "'waymark --vers', --version",
        "'waymark render --layer ', enrollment gateways labels",
        "'waymark render --dry', --dry-run",
        "'waymark validate --format=sa', --format=sarif",
        "'waymark validate --format ', github gitlab json sarif text",
        "'waymark validate --fail-on w', warning",
        "'waymark check --format xm', ''",
        "'waymark completion ', bash fish zsh",
        "'waymark schema ', MeshFleet MeshIntent MeshOverlay",
        "'waymark explain service/', service/shop/cart",
        "'waymark validate me', mesh.yaml",
        "'waymark render -o o', 'out dir/'",
        "'waymark check --output=o', '--output=out dir/'",
        "'waymark render --remove-unit mes', ''"
    })
    void fishCompletes(String line, String completions, @TempDir Path scratch)
            throws IOException, InterruptedException {
        String script = script("fish", scratch).toString();
        List<String> found = run(
                scratch, "", "fish", "--no-config", "-c", "source $argv[1]; and complete -C $argv[2]", script, line);
        assertThat(found.stream().map(each -> each.split("\t", 2)[0]).sorted().toList())
                .isEqualTo(completions.contains(" dir/") ? List.of(completions) : words(completions));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    /** The lines that a program prints; the shells are part of what is tested, so that a missing one is a failure. */
    private List<String> run(Path scratch, String input, String... command) throws IOException, InterruptedException {
        Path out = scratch.resolve("out");
        Path in = Files.writeString(scratch.resolve("in"), input);
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(scratch.resolve("err").toFile());
        builder.environment().put("HOME", scratch.toString());
        builder.environment().merge("PATH", program(scratch).toString(), (path, own) -> own + ":" + path);
        Process process = start(builder, command[0]);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command[0] + " did not end within " + SECONDS + " seconds");
        }
        assertThat(process.exitValue())
                .as(Files.readString(scratch.resolve("err")))
                .isZero();
        return Files.readAllLines(out);
    }

    /** A folder with the command that scripts ask for what only it knows. */
    private static Path program(Path scratch) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("bin"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Files.writeString(
                folder.resolve("waymark"),
                "#!/bin/sh\nexec '" + java + "' -cp '" + System.getProperty("java.class.path")
                        + "' dev.waymark.cli.Main \"$@\"\n");
        program.toFile().setExecutable(true);
        return folder;
    }

    private static Process start(ProcessBuilder builder, String program) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("cannot run " + program + ": bash, zsh and fish must be installed", e);
        }
    }
}
