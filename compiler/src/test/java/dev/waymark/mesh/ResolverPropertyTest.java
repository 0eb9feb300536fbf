package dev.waymark.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.mesh.Model.Unit;
import dev.waymark.mesh.Model.Waypoint;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is derived from random intents, against the same rules written down once more. */
class ResolverPropertyTest {
    private static final long SEED = 20261123;
    private static final int ROUNDS = 2_000;
    private static final List<Case> CASES = cases();

    private record Case(Model model, RenderedModel rendered) {}

    private static List<Case> cases() {
        Random random = new Random(SEED);
        return Stream.generate(() -> RandomModels.next(random))
                .limit(ROUNDS)
                .map(model -> new Case(model, RenderedModel.of(model, path -> true)))
                .toList();
    }

    @Test
    void everyObjectCarriesTheLabelsOfItsWaypoint() {
        for (Case each : CASES) {
            assertThat(each.rendered.objects()).as("%s", each.model).isEqualTo(new NaiveRules(each.model).objects());
        }
    }

    @Test
    void everyGatewaySaysWhatFollowsFromItsConsumers() {
        for (Case each : CASES) {
            assertThat(each.rendered.gateways()).as("%s", each.model).isEqualTo(new NaiveRules(each.model).gateways());
        }
    }

    @Test
    void everyComponentIsIncludedOnce() {
        for (Case each : CASES) {
            assertThat(each.rendered.included())
                    .as("%s", each.model)
                    .containsExactlyInAnyOrderElementsOf(each.rendered.components());
        }
    }

    @Test
    void everyConsumerIsAdmitted() {
        for (Case each : CASES) {
            each.model
                    .units()
                    .forEach(unit -> unit.waypoints().forEach(waypoint -> checkAdmitted(each, unit, waypoint)));
        }
    }

    private static void checkAdmitted(Case each, Unit unit, Waypoint waypoint) {
        Stream<String> consumers =
                waypoint.consumers().stream().map(consumer -> consumer.target().namespace());
        assertThat(Stream.concat(consumers, waypoint.admits().namespaces().stream()))
                .as("%s in %s", waypoint, each.model)
                .allMatch(namespace -> each.rendered.admits(waypoint, unit.name(), namespace));
    }

    @Test
    void aUnitNeverChangesTheGatewaysOfAnother() {
        Random random = new Random(SEED);
        for (Case each : CASES.subList(0, ROUNDS / 2)) {
            Unit unit = each.model.units().get(random.nextInt(each.model.units().size()));
            Model alone = each.model.onlyWaypointsOf(unit);
            RenderedModel rendered = RenderedModel.of(alone, path -> path.startsWith(unit.name() + "/gateways/"));
            assertThat(rendered.gatewaysOf(unit.name()))
                    .as("%s in %s", unit.name(), each.model)
                    .isEqualTo(each.rendered.gatewaysOf(unit.name()));
        }
    }

    @Test
    void theIntentsAreOfManyKinds() {
        List<String> rendered = CASES.stream()
                .map(each -> each.rendered.gateways() + " " + each.rendered.objects())
                .toList();
        for (String word : List.of(
                "Same",
                "All",
                "team",
                " In ",
                "Exists",
                "NotIn",
                "none",
                "canary",
                "workload",
                "all",
                "Rollout",
                "Service ",
                "use-waypoint-namespace",
                "dataplane-mode",
                "ServiceEntry")) {
            assertThat(rendered.stream().filter(lines -> lines.contains(word)))
                    .as(word)
                    .hasSizeGreaterThan(ROUNDS / 50);
        }
    }
}
