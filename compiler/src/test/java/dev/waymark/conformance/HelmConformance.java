package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private String path;

    @BeforeEach
    void installThePlugin() throws Exception {
        path = Launcher.path(folder);
        Outcome installed =
                helm("plugin", "install", SAMPLE.resolve("helm-4-plugin").toString());
        assertThat(installed.exit()).as(installed.toString()).isZero();
    }

    private Outcome helm(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Setting.of("waymark.helm")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(SAMPLE.toFile());
        Map<String, String> environment = builder.environment();
        Stream.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME")
                .forEach(name -> environment.put(name, folder.resolve("helm").toString()));
        environment.put("PATH", path);
        environment.put("WAYMARK_LOG", folder.resolve("log").toString());
        return Outcome.of(builder, folder, LONGEST_RUN_SECONDS, "name Helm 4 by -Dhelm=PATH");
    }

    private Outcome template(String intent, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("template", "shop", "./chart", "--namespace", "shop", "--post-renderer", "waymark"));
        Stream.concat(Stream.of(intent), Stream.of(more))
                .forEach(argument -> arguments.addAll(List.of("--post-renderer-args", argument)));
        return helm(arguments.toArray(String[]::new));
    }

    @Test
    void labelsWhatTheChartMakes() throws Exception {
        Outcome plain = helm("template", "shop", "./chart", "--namespace", "shop");
        Outcome labelled = template("mesh.yaml", "--complete");
        assertThat(labelled.exit()).as(labelled.toString()).isZero();
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
        Outcome failed = template(intent.toString(), "--complete");
        assertThat(failed.exit()).as(failed.toString()).isNotZero();
        assertThat(failed.out()).doesNotContain("kind: Service");
        assertThat(Files.readString(folder.resolve("log"))).contains("standard input has no service shop/crat");
    }
}
