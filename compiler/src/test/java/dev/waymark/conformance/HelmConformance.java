package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's post-renderer is run by Helm 4. */
class HelmConformance {
    private static final Path SAMPLE =
            Path.of("../samples/inject").toAbsolutePath().normalize();
    private static final int LONGEST_RUN_SECONDS = 120;

    @TempDir
    private Path folder;

    private record Result(int exitCode, String out, String err) {}

    @BeforeEach
    void installThePlugin() throws Exception {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        String launcher = Objects.requireNonNull(System.getProperty("waymark.launcher"));
        Files.createSymbolicLink(programs.resolve("waymark"), Path.of(launcher));
        Result installed =
                helm("plugin", "install", SAMPLE.resolve("helm-4-plugin").toString());
        assertThat(installed.exitCode()).as(installed.toString()).isZero();
    }

    private Result helm(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Objects.requireNonNull(System.getProperty("waymark.helm"))));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(SAMPLE.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        Stream.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME")
                .forEach(name -> environment.put(name, folder.resolve("helm").toString()));
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("WAYMARK_LOG", folder.resolve("log").toString());
        Process process = builder.start();
        if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Result template(String intent, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("template", "shop", "./chart", "--namespace", "shop", "--post-renderer", "waymark"));
        Stream.concat(Stream.of(intent), Stream.of(more))
                .forEach(argument -> arguments.addAll(List.of("--post-renderer-args", argument)));
        return helm(arguments.toArray(String[]::new));
    }

    @Test
    void labelsWhatTheChartMakes() throws Exception {
        Result plain = helm("template", "shop", "./chart", "--namespace", "shop");
        Result labelled = template("mesh.yaml", "--complete");
        assertThat(labelled.exitCode()).as(labelled.toString()).isZero();
        assertThat(labelled.out().lines().filter(line -> line.equals("    istio.io/use-waypoint: waypoint")))
                .hasSize(2);
        assertThat(labelled.out()).contains("app.kubernetes.io/instance: shop");
        assertThat(plain.out()).doesNotContain("use-waypoint").contains("name: cart");
    }

    @Test
    void whatTheChartLacksFailsAndIsKeptInTheLog() throws Exception {
        Path intent = folder.resolve("other.yaml");
        Files.writeString(
                intent, Files.readString(SAMPLE.resolve("mesh.yaml")).replace("cart", "crat"), StandardCharsets.UTF_8);
        Result failed = template(intent.toString(), "--complete");
        assertThat(failed.exitCode()).as(failed.toString()).isNotZero();
        assertThat(failed.out()).doesNotContain("kind: Service");
        assertThat(Files.readString(folder.resolve("log"))).contains("standard input has no service shop/crat");
    }
}
