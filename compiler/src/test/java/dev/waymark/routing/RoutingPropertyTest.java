package dev.waymark.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.IstioVersion;
import dev.waymark.testing.Manifests;
import dev.waymark.testing.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The model and a second, naive one agree on every target of ten thousand meshes. */
class RoutingPropertyTest {
    private static final int MESHES = 10_000;
    private static final List<Integer> VERSIONS = List.of(31, 30, 29);
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void bothModelsAgree() {
        Set<String> seen = new HashSet<>();
        for (int seed = 0; seed < MESHES; seed++) {
            List<Tree> mesh = RandomMeshes.of(new Random(seed));
            int minor = VERSIONS.get(seed % VERSIONS.size());
            SortedMap<String, String> expected = new NaiveRouting(mesh, minor).answers();
            String text = mesh.stream()
                    .map(document -> MAPPER.writeValueAsString(document.map()))
                    .collect(Collectors.joining("\n---\n"));
            assertThat(answers(text, minor)).as("seed %s\n%s", seed, text).isEqualTo(expected);
            expected.values().forEach(answer -> seen.add(answer.replaceAll("[a-z]+/[a-z]+", "x/y")));
        }
        assertThat(seen)
                .as("whatever can be said is said of some target")
                .contains(
                        "NotEnrolled - false",
                        "OptedOut - false",
                        "WaypointIsNotReady - false",
                        "AttachmentDenied - false",
                        "UnsupportedTrafficType - false",
                        "x/y - true",
                        "x/y - false",
                        "x/y x/y:10 false",
                        "x/y x/y:CanarySameAsPrimary false",
                        "x/y x/y:CanaryInvalidWeight false",
                        "x/y x/y:WaypointIsNotReady false",
                        "x/y x/y:AttachmentDenied false",
                        "x/y x/y:UnsupportedTrafficType false");
    }

    private static SortedMap<String, String> answers(String text, int minor) {
        MeshView view = Manifests.inventory(text, true).view(new IstioVersion(minor));
        SortedMap<String, String> answers = new TreeMap<>();
        new Routing(view)
                .routes()
                .forEach(route -> answers.put(
                        route.target().kind().kindName() + " " + route.target().namespace() + "/"
                                + route.target().name(),
                        answer(route)));
        return answers;
    }

    private static String answer(Route route) {
        String waypoint =
                route.waypoint().map(Object::toString).orElse(route.reason().word());
        String canary = route.canary()
                .map(each -> each.waypoint() + ":"
                        + (each.weight().isPresent()
                                ? each.weight().getAsInt()
                                : each.reason().word()))
                .orElse("-");
        return waypoint + " " + canary + " " + route.ingress();
    }
}
