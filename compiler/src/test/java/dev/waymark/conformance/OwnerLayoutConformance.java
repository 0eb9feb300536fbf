package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.OwnersRepository.Change;
import dev.waymark.conformance.OwnersRepository.Layout;
import dev.waymark.testing.Rendering;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** However owners lay out their kustomizations, the same objects get the same labels, and what is gone is an error. */
class OwnerLayoutConformance {
    private static final String WITHOUT_CART = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshIntent
            metadata: {name: mesh}
            spec:
              waypoints:
              - namespace: shop
                for: all
                admits: {namespaces: [bank]}
                consumers: [{namespace: shop}, {workload: Deployment/shop/web}, {serviceEntry: shop/api.v2}]
              enrollments:
              - waypoint: shop/waypoint
                consumers: [{service: bank/vault}]
            """;
    private static final String INTENT =
            WITHOUT_CART.replace("[{namespace: shop}", "[{namespace: shop}, {service: cart}");

    /** The labels of each object that has any, by its kind and name. */
    private static final Map<String, Map<String, String>> LABELS = Map.of(
            "Namespace shop", Map.of("istio.io/use-waypoint", "waypoint"),
            "Service cart", Map.of("istio.io/use-waypoint", "waypoint"),
            "Deployment web", Map.of("istio.io/use-waypoint", "waypoint"),
            "ServiceEntry api.v2", Map.of("istio.io/use-waypoint", "waypoint"),
            "Service vault", Map.of("istio.io/use-waypoint", "waypoint", "istio.io/use-waypoint-namespace", "shop"));

    private static Kubectl kubectl;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void findKubectl(@TempDir Path folder) throws Exception {
        kubectl = Kubectl.in(folder);
    }

    static Stream<Arguments> layouts() {
        return Stream.of(Layout.values())
                .flatMap(layout -> Stream.of(Change.values())
                        .flatMap(
                                change -> Stream.of(Arguments.of(layout, change, 1), Arguments.of(layout, change, 2))));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyLayoutGetsTheSameLabels(Layout layout, Change change, int times) throws Exception {
        OwnersRepository owners = render(INTENT, layout);
        assertThat(owners.labels(kubectl, change, times)).isEqualTo(LABELS);
    }

    /** First the owner's build fails, and after a render without the object it goes on, though the component is named. */
    @ParameterizedTest
    @EnumSource(Layout.class)
    void anObjectThatIsTakenAwayIsAnErrorUntilItIsWithdrawn(Layout layout) throws Exception {
        OwnersRepository owners = render(INTENT, layout).without("Service cart");
        assertThat(owners.outcomes(kubectl, Change.NONE))
                .filteredOn(outcome -> outcome.exit() != 0)
                .hasSize(1)
                .extracting(Outcome::err)
                .allMatch(error -> error.contains("nothing selected by Service.v1.[noGrp]/cart.[noNs]:metadata.name"));
        render(WITHOUT_CART, layout);
        assertThat(owners.outcomes(kubectl, Change.NONE)).allMatch(outcome -> outcome.exit() == 0);
        assertThat(owners.labels(kubectl, Change.NONE, 1))
                .doesNotContainKey("Service cart")
                .hasSize(LABELS.size() - 1);
    }

    private OwnersRepository render(String intent, Layout layout) throws Exception {
        Rendering rendering = Rendering.of(intent, temporary);
        return new OwnersRepository(
                temporary.resolve("owners"), rendering.directory().resolve("mesh/components"), layout);
    }
}
