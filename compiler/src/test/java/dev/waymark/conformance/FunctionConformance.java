package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's function is run by Kustomize. */
class FunctionConformance {
    private static final Path SAMPLE =
            Path.of("../samples/kustomize-function").toAbsolutePath().normalize();
    private static final int LONGEST_RUN_SECONDS = 120;

    @TempDir
    private Path folder;

    private String path;

    private Path owner;

    @BeforeEach
    void copyTheSample() throws IOException {
        owner = Files.createDirectories(folder.resolve("owner"));
        for (String file : List.of("cart.yaml", "inject.sh", "kustomization.yaml", "mesh.yaml")) {
            Files.copy(SAMPLE.resolve(file), owner.resolve(file));
        }
        path = Launcher.path(folder);
    }

    private Outcome build() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Setting.of("waymark.kustomize"), "build", "--enable-alpha-plugins", "--enable-exec", ".")
                .directory(owner.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", path);
        return Outcome.of(builder, folder, LONGEST_RUN_SECONDS, "name Kustomize by -Dkustomize=PATH");
    }

    private void replace(String file, String old, String now) throws IOException {
        Path path = owner.resolve(file);
        assertThat(Files.readString(path)).contains(old);
        Files.writeString(path, Files.readString(path).replace(old, now));
    }

    @Test
    void labelsWhatTheKustomizationMakesAndBringsTheGateway() throws Exception {
        Outcome built = build();
        assertThat(built.exit()).as(built.toString()).isZero();
        List<String> documents = List.of(built.out().split("(?m)^---\n", -1));
        assertThat(documents).hasSize(3);
        assertThat(documents)
                .filteredOn(text -> text.contains("kind: Gateway"))
                .singleElement()
                .asString()
                .contains("istio.io/waypoint-for: service");
        assertThat(documents)
                .filteredOn(text -> text.contains("kind: Service\n"))
                .singleElement()
                .asString()
                .contains("    istio.io/use-waypoint: waypoint\n  name: cart\n  namespace: shop\n");
        assertThat(documents)
                .filteredOn(text -> text.contains("kind: Deployment"))
                .singleElement()
                .asString()
                .doesNotContain("use-waypoint");
    }

    @Test
    void anObjectThatIsLackingFailsTheBuild() throws Exception {
        replace("mesh.yaml", "service: cart", "service: crat");
        Outcome failed = build();
        assertThat(failed.exit()).as(failed.toString()).isNotZero();
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("standard input has no service shop/crat");
    }

    @Test
    void anotherLabelInTheWayFailsTheBuild() throws Exception {
        replace(
                "cart.yaml",
                "  name: cart\nspec:\n  ports",
                "  name: cart\n  labels: {istio.io/use-waypoint: other}\nspec:\n  ports");
        Outcome failed = build();
        assertThat(failed.exit()).as(failed.toString()).isNotZero();
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("WM1010").contains("istio.io/use-waypoint: other");
    }
}
