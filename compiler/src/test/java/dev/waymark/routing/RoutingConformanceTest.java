package dev.waymark.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.IstioVersion;
import dev.waymark.testing.Manifests;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Meshes and what the code of istiod answered for them, of 1.31 and, where that differs, of 1.29. A version between the
 * two answers as one of them unless it has answers of its own.
 */
class RoutingConformanceTest {
    private static final Path FOLDER = Resources.path("routing");

    static Stream<String> meshes() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void allMeshesAreThere() throws IOException {
        assertThat(meshes()).hasSize(122);
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\..*", "")))
                    .as("no answers without a mesh")
                    .allMatch(name -> Files.exists(FOLDER.resolve(name + ".yaml")));
        }
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void newestAnswersAsIstiodDoes(String name) throws IOException {
        assertThat(answers(name, "1.31")).isEqualTo(recorded(name + ".json"));
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void olderOnesAnswerAsIstiodDid(String name) throws IOException {
        String old = Files.exists(FOLDER.resolve(name + ".1.29.json")) ? name + ".1.29.json" : name + ".json";
        assertThat(answers(name, "1.29")).isEqualTo(recorded(old));
        assertThat(answers(name, "1.28")).isEqualTo(recorded(old));
        if (Files.exists(FOLDER.resolve(name + ".1.30.json"))) {
            assertThat(answers(name, "1.30")).isEqualTo(recorded(name + ".1.30.json"));
        } else {
            assertThat(answers(name, "1.30")).isIn(recorded(name + ".json"), recorded(old));
        }
    }

    private static String recorded(String file) {
        return lines(Yaml.tree(Resources.text("routing/" + file)).trees("routes").stream()
                .map(Tree::map)
                .map(route -> {
                    Map<String, Object> sorted = new TreeMap<>(route);
                    return String.valueOf(sorted);
                }));
    }

    private static String answers(String name, String version) throws IOException {
        MeshView view = Manifests.inventory(Files.readString(FOLDER.resolve(name + ".yaml")), true)
                .view(IstioVersion.of(version));
        return lines(new Routing(view).routes().map(RoutingConformanceTest::line));
    }

    private static String lines(Stream<String> routes) {
        List<String> sorted = routes.sorted().toList();
        return String.join("\n", sorted);
    }

    private static String line(Route route) {
        Map<String, Object> map = new TreeMap<>();
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("kind", route.target().kind().kindName());
        target.put("namespace", route.target().namespace());
        target.put("name", route.target().name());
        map.put("target", target);
        map.put("traffic", route.traffic().word());
        map.put("waypoint", route.waypoint().map(Object::toString).orElse(null));
        map.put("reason", route.reason().word());
        map.put("canary", route.canary().map(RoutingConformanceTest::canary).orElse(null));
        map.put("ingress", route.ingress());
        return String.valueOf(map);
    }

    private static Map<String, Object> canary(Route.Canary canary) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("waypoint", canary.waypoint().toString());
        map.put("weight", canary.weight().isPresent() ? (long) canary.weight().getAsInt() : null);
        map.put("reason", canary.reason().word());
        return map;
    }
}
