package dev.waymark.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.mesh.Model.Target;
import dev.waymark.mesh.Model.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is derived from random intents, against the same rules written down once more, and against istiod's. */
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
    void trafficGoesWhereTheIntentSaysWhateverWayTheLabelsGo() {
        for (Case each : CASES) {
            Cluster cluster = Cluster.of(each.model, each.rendered);
            NaiveIstiod istiod = new NaiveIstiod(cluster);
            WantedRoutes wanted = new WantedRoutes(each.model);
            for (Target target : cluster.targets()) {
                assertThat(istiod.route(target))
                        .as("%s as %s in %s", target, cluster.object(target), each.model)
                        .isEqualTo(wanted.of(target));
            }
        }
    }

    @Test
    void everyObjectCarriesTheLabelsOfItsWaypoint() {
        for (Case each : CASES) {
            assertThat(each.rendered.objects()).as("%s", each.model).isEqualTo(new NaiveRules(each.model).objects());
        }
    }

    /** Argo CD and Flux each apply with one field manager: what another unit leaves out would be taken away. */
    @Test
    void noTwoUnitsApplyOneObject() {
        for (Case each : CASES) {
            Map<String, String> applied = new HashMap<>();
            for (String line : each.rendered.objects()) {
                String[] words = line.split(" ", 5);
                String object = words[2] + " " + words[3];
                if (!words[1].equals("patch")) {
                    assertThat(Objects.requireNonNullElse(applied.put(object, words[4]), words[4]))
                            .as("%s in %s", object, each.model)
                            .isEqualTo(words[4]);
                }
            }
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
    void theOrderOfDocumentsAndEntriesChangesNothing() {
        Random random = new Random(SEED);
        for (Case each : CASES.subList(0, ROUNDS / 4)) {
            RenderedModel other = RenderedModel.of(each.model.shuffled(random), path -> true);
            assertThat(other.files()).as("%s", each.model).isEqualTo(each.rendered.files());
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
                "waypoint=none",
                "canary",
                "workload",
                "all",
                "global]",
                "rollout",
                "workloadgroup",
                "workloadentry",
                "service ",
                "patch",
                "apply",
                "full",
                "ours",
                " {} {}",
                "use-waypoint-namespace",
                "use-waypoint-canary-namespace",
                "canary-weight",
                "ingress-use-waypoint=true",
                "ingress-use-waypoint=false",
                "istio.io/global",
                "dataplane-mode",
                "patch serviceentry",
                "ours serviceentry")) {
            assertThat(rendered.stream().filter(lines -> lines.contains(word)))
                    .as(word)
                    .hasSizeGreaterThan(ROUNDS / 50);
        }
    }

    @Test
    void theRoutesAreOfManyKinds() {
        Map<String, Integer> found = new HashMap<>();
        for (Case each : CASES) {
            Cluster cluster = Cluster.of(each.model, each.rendered);
            for (Target target : cluster.targets()) {
                Route route = new NaiveIstiod(cluster).route(target);
                String words = route.reason()
                        + (route.canary().isPresent() ? " with a canary" : "")
                        + (route.ingress() ? " for ingress" : "");
                found.merge((target.isWorkload() ? "workload " : "service ") + words, 1, Integer::sum);
            }
        }
        for (String word : List.of(
                "service WaypointAccepted",
                "service WaypointAccepted for ingress",
                "service WaypointAccepted with a canary",
                "service WaypointAccepted with a canary for ingress",
                "service UnsupportedTrafficType",
                "service AttachmentDenied",
                "service OptedOut",
                "service NotEnrolled",
                "workload WaypointAccepted",
                "workload UnsupportedTrafficType",
                "workload AttachmentDenied",
                "workload OptedOut",
                "workload NotEnrolled")) {
            assertThat(found.getOrDefault(word, 0)).as(word).isGreaterThan(10);
        }
    }
}
