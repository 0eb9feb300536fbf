package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.inventory.Inventory;
import dev.waymark.lock.Lingering;
import dev.waymark.lower.Compiled.Attempt;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of an earlier render, where it takes more than one look. */
class LoweringTest {
    private static final String SHARED = "{name: shared, namespace: mesh";

    private Snapshot before = Snapshot.NOTHING;

    /** Renders onto what was rendered last, which must be accepted. */
    private Snapshot render(String... specs) {
        Attempt attempt = Compiled.of(documents(specs)).onto(before, false);
        assertThat(attempt.errors()).isEmpty();
        before = attempt.after().orElseThrow();
        return before;
    }

    /** What is found wrong if that is settled. */
    private List<String> settle(String... specs) {
        return List.copyOf(Compiled.of(documents(specs)).onto(before, true).errors());
    }

    /** One document of each unit: {@code alpha}, {@code beta} and so on. */
    private static SortedMap<String, String> documents(String... specs) {
        List<String> units = List.of("alpha", "beta", "gamma");
        SortedMap<String, String> documents = new TreeMap<>();
        for (String spec : specs) {
            String unit = units.get(documents.size());
            documents.put(unit, """
                    apiVersion: waymark.dev/v1alpha1
                    kind: MeshIntent
                    metadata: {name: %s}
                    spec: %s
                    """.formatted(unit, spec));
        }
        return documents;
    }

    private static String waypoint(String name, String options) {
        return "{name: " + name + ", namespace: mesh, admits: {all: true}, " + options + "}";
    }

    private static String waypoints(String... waypoints) {
        return "{waypoints: [" + String.join(", ", waypoints) + "]}";
    }

    private List<String> lingering(String unit) {
        return Objects.requireNonNull(before.lingering().get(unit)).stream()
                .map(Lingering::words)
                .toList();
    }

    private Stream<String> paths(String end) {
        return before.documents().keySet().stream().filter(path -> path.endsWith(end));
    }

    @Test
    void whatLingersInOneUnitIsNoLicenceToDropItInAnother() {
        String used = waypoints(waypoint("one", "consumers: [{service: shop/cart}]"));
        String unused = waypoints(waypoint("one", "consumers: []"));
        render(used, "{}");
        render(unused, "{enrollments: [{waypoint: mesh/one, consumers: [{service: shop/cart}]}]}");
        assertThat(lingering("alpha")).containsExactly("the component components/shop/service_cart without patches");
        assertThat(settle(unused, "{}")).containsExactly("WM4015");
        assertThat(settle(unused, "{enrollments: [{waypoint: mesh/one, consumers: [{service: shop/cart}]}]}"))
                .isEmpty();
    }

    @Test
    void oneUnitWithdrawsTheLabelsOfAnObject() {
        String used = waypoints(waypoint("one", "consumers: [{service: shop/cart, via: apply}]"));
        String unused = waypoints(waypoint("one", "consumers: []"));
        String retired = waypoints(waypoint("two", "phase: retire, consumers: [{service: shop/cart, via: apply}]"));
        render("{}", used, retired);
        assertThat(paths("service_cart.yaml")).containsExactly("beta/labels/shop/service_cart.yaml");
        render("{}", unused, retired);
        assertThat(paths("service_cart.yaml")).containsExactly("gamma/labels/shop/service_cart.yaml");
        assertThat(lingering("beta")).isEmpty();
        render(
                waypoints(waypoint("three", "phase: retire, consumers: [{service: shop/cart, via: apply}]")),
                unused,
                retired);
        assertThat(paths("service_cart.yaml")).containsExactly("alpha/labels/shop/service_cart.yaml");
    }

    @Test
    void anObjectThatMovesIsNowhereWithoutItsLabels() {
        String shop = waypoints(waypoint("one", "consumers: [{service: shop/cart, via: apply}]"));
        String bank = waypoints(waypoint("two", "consumers: [{service: bank/vault, via: apply}]"));
        render(shop, bank);
        render(bank, shop);
        assertThat(paths("service_cart.yaml")).containsExactly("beta/labels/shop/service_cart.yaml");
        assertThat(paths("service_vault.yaml")).containsExactly("alpha/labels/bank/service_vault.yaml");
        assertThat(before.applied()).hasSize(2).allMatch(Snapshot.Applied::isLabelled);
        assertThat(before.lingering().values()).allMatch(all -> all.isEmpty());
    }

    @Test
    void admissionsMoveAlongWithTheirWaypoint() {
        String wide = waypoints(SHARED + ", admits: {namespaces: [bank, shop]}}");
        String narrow = waypoints(SHARED + ", admits: {namespaces: [shop]}}");
        render(wide, "{}");
        render("{}", narrow);
        assertThat(lingering("beta")).containsExactly("the admission of bank at mesh/shared");
        assertThat(before.admitted("mesh/shared")).containsExactlyInAnyOrder("bank", "shop");
        assertThat(settle(narrow, "{}")).isEmpty();
    }

    @Test
    void whoeverIsNoLongerWantedBesideEverybodyLingersAnew() {
        String shop = waypoints(SHARED + ", admits: {namespaces: [shop]}}");
        render(waypoints(SHARED + ", admits: {all: true}}"));
        render(shop);
        assertThat(lingering("alpha")).containsExactly("the admission of every namespace beside shop at mesh/shared");
        assertThat(settle(shop)).isEmpty();
        assertThat(settle(waypoints(SHARED + ", admits: {namespaces: [bank]}}")))
                .containsExactly("WM4015");
        assertThat(settle(waypoints(SHARED + ", admits: {selector: {matchLabels: {team: red}}}}")))
                .containsExactly("WM4015");
    }

    @Test
    void settlingIsAWayOutOfWhatCannotLinger() {
        String selected = waypoints(SHARED + ", admits: {selector: {matchLabels: {team: red}}}}");
        render(waypoints(SHARED + ", admits: {namespaces: [bank]}}"));
        assertThat(Compiled.of(documents(selected)).onto(before, false).errors())
                .containsExactly("WM4012");
        assertThat(settle(selected)).isEmpty();
        render(waypoints(SHARED + ", admits: {all: true}}"));
        render(selected);
        assertThat(before.admitted("mesh/shared")).contains("bank", "elsewhere");
        assertThat(settle(selected)).isEmpty();
    }

    @Test
    void aRetiredWaypointIsNothingToSettle() {
        String retired = waypoints(SHARED + ", phase: retire}");
        render(retired);
        assertThat(lingering("alpha")).containsExactly("the waypoint mesh/shared in phase retire");
        assertThat(Compiled.of(documents(retired)).onto(before, true).after()).contains(before);
        render("{}");
        assertThat(before.gateways()).isEmpty();
    }

    @Test
    void aWaypointThatServesAgainIsNotRetiredAnyMore() {
        render(waypoints(SHARED + ", phase: retire}"));
        render(waypoints(SHARED + "}"));
        assertThat(Compiled.of(documents("{}")).onto(before, false).errors()).containsExactly("WM4003");
    }

    @Test
    void aUnitThatIsTakenBackGoesWhenItIsSettled() {
        render("{}", waypoints(SHARED + ", phase: retire, consumers: [{service: shop/cart}]}"));
        render("{}");
        assertThat(lingering("beta"))
                .containsExactly(
                        "the component components/shop/service_cart without patches",
                        "the unit beta that is taken back");
        assertThat(paths("beta/gateways/kustomization.yaml")).hasSize(1);
        Lowering settled = Lowering.of(
                Compiled.of(documents("{}")).mesh().orElseThrow(), SnapshotPast.of(before), Inventory.NONE, true);
        assertThat(settled.settled()).containsExactly("beta");
        assertThat(settled.premature()).isEmpty();
        assertThat(settled.units().stream().map(LoweredUnit::name)).containsExactly("alpha");
    }

    @Test
    void aUnitIsNotTakenBackAndSettledAtOnce() {
        render("{}", "{}");
        assertThat(settle("{}")).containsExactly("WM4015");
    }
}
