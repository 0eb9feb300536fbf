package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Somebody's kustomization, which includes components. */
record Owner(Path folder) {
    /** @param objects as YAML, one at least */
    static Owner in(Path temporary, String objects, List<Path> components) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "owner");
        StringBuilder text = new StringBuilder("resources: [objects.yaml]\ncomponents:\n");
        components.forEach(component ->
                text.append("- ").append(folder.relativize(component)).append('\n'));
        Files.writeString(folder.resolve("objects.yaml"), objects);
        Files.writeString(folder.resolve("kustomization.yaml"), text);
        return new Owner(folder);
    }

    /** @param rest what stands behind {@code resources} */
    static Owner with(Path temporary, String objects, String rest) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "owner");
        Files.writeString(folder.resolve("objects.yaml"), objects);
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: [objects.yaml]\n" + rest);
        return new Owner(folder);
    }

    Outcome outcome(Kubectl kubectl) throws Exception {
        return kubectl.kustomize(folder);
    }

    /** Builds it, which must succeed. */
    List<Tree> build(Kubectl kubectl) throws Exception {
        Outcome outcome = outcome(kubectl);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        return Yaml.trees(outcome.out());
    }
}
