package dev.waymark.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.ObjectName;
import dev.waymark.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of Istio's own unit tests, row by row, as far as manifests tell how they end. */
class RoutingRowsTest {
    private static final Path TESTS = Path.of("src/test");
    private static final String AGENTGATEWAY = "istio-agentgateway-waypoint";
    private static final Set<String> ROW_KEYS = Set.of("id", "about", "states", "elsewhere", "needsCluster");
    private static final Set<String> STATE_KEYS = Set.of("manifests", "istioVersion");

    /** How many cases each table has; the last one of M is where the model and that controller differ. */
    private static final String TABLES =
            "A 8, B 8, C 9, D 4, E 9, F 13, G 3, H 8, I 3, I2 6, J 11, K 11, L 18, L2 7, M 19";

    static Stream<RoutingRow> rows() throws IOException {
        return RoutingRow.all().stream();
    }

    static Stream<RoutingRow.State> states() throws IOException {
        return rows().flatMap(row -> row.states().stream());
    }

    @Test
    void allRowsAreThere() throws IOException {
        List<String> ids =
                Stream.of(TABLES.split(", ", -1)).flatMap(RoutingRowsTest::ids).toList();
        assertThat(rows().map(RoutingRow::id)).containsExactlyElementsOf(ids);
    }

    private static Stream<String> ids(String table) {
        String[] parts = table.split(" ", -1);
        return IntStream.rangeClosed(1, Integer.parseInt(parts[1])).mapToObj(number -> parts[0] + "." + number);
    }

    /** Only what no manifest tells; and other tests have a name. */
    @Test
    void rowsWithoutAMeshAreFew() throws IOException {
        assertThat(rows().filter(row -> row.states().isEmpty())
                        .map(RoutingRow::id)
                        .filter(id -> !id.startsWith("L")))
                .containsExactly("I.1", "I.3", "I2.1", "I2.2", "I2.3", "I2.4", "I2.5", "I2.6", "K.8", "K.9");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowsSayWhatTheyAreFor(RoutingRow row) {
        Tree fields = row.fields();
        assertThat(fields.text("about")).isNotEmpty();
        assertThat(fields.map().keySet())
                .allMatch(key -> ROW_KEYS.contains(key) || isOfState(key))
                .containsAnyOf("manifests", "states", "elsewhere", "needsCluster");
        assertThat(fields.trees("states"))
                .allSatisfy(state -> assertThat(state.map().keySet()).allMatch(RoutingRowsTest::isOfState));
        assertThat(fields.map().containsKey("manifests") && fields.map().containsKey("states"))
                .isFalse();
    }

    private static boolean isOfState(String key) {
        return STATE_KEYS.contains(key) || RoutingRow.ANSWERS.contains(key);
    }

    /** A test is named with a file of its data, or with its own. */
    @ParameterizedTest
    @MethodSource("rows")
    void otherTestsAreThere(RoutingRow row) throws IOException {
        for (String elsewhere : row.fields().texts("elsewhere")) {
            String[] parts = elsewhere.split(" ", -1);
            assertThat(parts).as(elsewhere).hasSize(2);
            assertThat(TESTS.resolve(parts[1])).exists();
            try (Stream<Path> files = Files.walk(TESTS.resolve("java"))) {
                assertThat(files).as(elsewhere).anyMatch(file -> file.endsWith(parts[0] + ".java"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void answersAsIstiodDoes(RoutingRow.State state) {
        assertThat(answer(state)).isEqualTo(state.answer());
    }

    private static Object answer(RoutingRow.State state) {
        MeshView view = state.view();
        return switch (state.question()) {
            case "allowed" -> allowed(view);
            case "members" -> members(view);
            case "bindings" -> byTarget(view, route -> bindings(view, route));
            default -> byTarget(view, RoutingRowsTest::words);
        };
    }

    private static String allowed(MeshView view) {
        GatewayView gateway = view.gateways().values().iterator().next();
        AllowedRoutes allowed = Admission.allowed(gateway, view.gatewayClass(gateway));
        return allowed.from()
                + allowed.selector().map(selector -> " " + selector).orElse("");
    }

    private static Map<String, List<String>> members(MeshView view) {
        return new Routing(view)
                .routes()
                .filter(route -> route.waypoint().isPresent())
                .collect(Collectors.groupingBy(
                        route -> route.waypoint().orElseThrow().toString(),
                        Collectors.mapping(RoutingRowsTest::target, Collectors.toList())));
    }

    private static Map<String, Object> byTarget(MeshView view, Function<Route, Object> answer) {
        Map<String, Object> answers = new TreeMap<>();
        new Routing(view).routes().forEach(route -> answers.put(target(route), answer.apply(route)));
        return answers;
    }

    private static String target(Route route) {
        return route.target().kind().kindName() + " " + route.target().namespace() + "/"
                + route.target().name();
    }

    private static List<String> bindings(MeshView view, Route route) {
        Stream<ObjectName> canary = route.canary().filter(found -> found.reason() == Reason.ACCEPTED).stream()
                .map(Route.Canary::waypoint);
        return Stream.concat(route.waypoint().stream(), canary)
                .filter(name ->
                        isAgentgateway(Objects.requireNonNull(view.gateways().get(name))))
                .map(ObjectName::toString)
                .toList();
    }

    private static boolean isAgentgateway(GatewayView gateway) {
        return gateway.className().equals(AGENTGATEWAY);
    }

    /** Such as {@code ns/waypoint, canary ns/other 5%, ingress}; the reason where there is none. */
    private static String words(Route route) {
        String way =
                route.waypoint().map(ObjectName::toString).orElse(route.reason().word());
        String canary = route.canary().map(RoutingRowsTest::words).orElse("");
        return way + canary + (route.ingress() ? ", ingress" : "");
    }

    private static String words(Route.Canary canary) {
        String end = canary.weight().isPresent()
                ? canary.weight().getAsInt() + "%"
                : canary.reason().word();
        return ", canary " + canary.waypoint() + " " + end;
    }
}
