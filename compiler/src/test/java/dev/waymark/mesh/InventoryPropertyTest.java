package dev.waymark.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.IntentBinder;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.lower.Lowering;
import dev.waymark.lower.OutputView;
import dev.waymark.mesh.RandomInventory.Thing;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Routing;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an inventory adds to an intent, against the same rules written down once more, and against istiod's. */
class InventoryPropertyTest {
    private static final long SEED = 20261124;
    private static final int ROUNDS = 600;
    private static final List<String> TEMPLATES =
            List.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Rollout");

    /** The pods of a namespace that carry some labels. */
    private record Selection(String namespace, SortedMap<String, String> labels) {
        static Selection next(Random random) {
            SortedMap<String, String> labels = new TreeMap<>(Map.of("app", "v" + random.nextInt(3)));
            if (random.nextBoolean()) {
                labels.put("tier", "v" + random.nextInt(2));
            }
            return new Selection(random.nextBoolean() ? "a" : "b", labels);
        }

        String line() {
            return "{pods: {namespace: " + namespace + ", matchLabels: " + RandomInventory.flow(labels) + "}}";
        }

        SortedSet<String> of(RandomInventory all) {
            return all.things().stream()
                    .filter(thing -> TEMPLATES.contains(thing.kind())
                            && thing.namespace().equals(namespace))
                    .map(thing -> thing.runs()
                            .flatMap(name -> all.find("deployment " + namespace + "/" + name))
                            .orElse(thing))
                    .filter(thing -> thing.labels().entrySet().containsAll(labels.entrySet()))
                    .map(Thing::words)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What was resolved, and the codes that were reported beside duplicates. */
    private record Result(Mesh mesh, List<String> codes) {
        static Result of(List<String> consumers, Inventory inventory) {
            String text = "{apiVersion: waymark.dev/v1alpha1, kind: MeshIntent, metadata: {name: u}, spec: {waypoints: "
                    + "[{namespace: a, for: all, consumers: [" + String.join(", ", consumers) + "]}]}}";
            DiagnosticLog log = new DiagnosticLog();
            SourceFile file = new SourceFile("mesh.yaml", text);
            Mesh mesh = Resolver.resolve(
                    List.of(IntentBinder.bind(YamlReader.read(file).documents().get(0))),
                    Optional.empty(),
                    inventory,
                    log);
            return new Result(
                    mesh,
                    log.sorted().stream()
                            .filter(found -> !found.code().id().equals("WM1004"))
                            .map(InventoryPropertyTest::words)
                            .toList());
        }

        SortedSet<String> objects() {
            return mesh.objects().stream()
                    .map(object -> object.object().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        MeshView view(Inventory inventory) {
            return OutputView.of(mesh, Lowering.of(mesh), inventory);
        }
    }

    private static String words(Diagnostic diagnostic) {
        return diagnostic.severity().word() + " " + diagnostic.code().id();
    }

    @Test
    void podsAreTheWorkloadsWhoseTemplatesMatch() {
        Random random = new Random(SEED);
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RandomInventory all = RandomInventory.next(random);
            List<Selection> selections = Stream.generate(() -> Selection.next(random))
                    .limit(1 + random.nextInt(2))
                    .toList();
            boolean complete = random.nextBoolean();
            Result result = Result.of(selections.stream().map(Selection::line).toList(), all.inventory(complete));
            SortedSet<String> wanted = selections.stream()
                    .flatMap(selection -> selection.of(all).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            long empty = selections.stream()
                    .filter(selection -> selection.of(all).isEmpty())
                    .count();
            assertThat(result.objects()).as("%s in %s", selections, all).isEqualTo(wanted);
            assertThat(result.codes())
                    .hasSize((int) empty)
                    .allMatch(complete ? "error WM1006"::equals : "error WM1017"::equals);
            found += wanted.size();
        }
        assertThat(found).isGreaterThan(ROUNDS / 2);
    }

    /** A label of somebody else's that names another namespace leads nobody astray, and nothing else is written for it. */
    @Test
    void allThatIsEnrolledGoesThroughTheWaypoint() {
        Random random = new Random(SEED);
        ObjectName waypoint = new ObjectName("a", "waypoint");
        int stale = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RandomInventory all = RandomInventory.next(random);
            Inventory inventory = all.inventory(random.nextBoolean());
            Result result = Result.of(consumers(all), inventory);
            assertThat(result.codes()).as("%s", all).isEmpty();
            Routing routing = new Routing(result.view(inventory));
            for (LabelledObject object : result.mesh().objects()) {
                Target target = Objects.requireNonNull(routing.view().targets().get(object.object()));
                assertThat(routing.resolve(target, Traffic.of(target)).waypoint())
                        .as("%s in %s", object, all)
                        .contains(waypoint);
                Thing thing = all.find(object.object().toString()).orElseThrow();
                Optional<String> there = Optional.ofNullable(thing.labels().get(IstioLabels.USE_WAYPOINT_NAMESPACE));
                boolean needed = !thing.namespace().equals("a")
                        || there.filter(other -> !other.equals("a") || thing.live())
                                .isPresent();
                assertThat(object.marks().labels().containsKey(IstioLabels.USE_WAYPOINT_NAMESPACE))
                        .as("%s in %s", object, all)
                        .isEqualTo(needed);
                stale += needed && thing.namespace().equals("a") ? 1 : 0;
            }
        }
        assertThat(stale).isGreaterThan(ROUNDS / 4);
    }

    private static List<String> consumers(RandomInventory all) {
        List<String> consumers = new ArrayList<>();
        for (Thing thing : all.things()) {
            String name = thing.namespace() + "/" + thing.name();
            boolean runsNothing = thing.runs()
                    .filter(other -> all.find("deployment " + thing.namespace() + "/" + other)
                            .isEmpty())
                    .isPresent();
            if (thing.kind().equals("Service")) {
                consumers.add("{service: " + name + "}");
            } else if (TEMPLATES.contains(thing.kind()) && !runsNothing) {
                consumers.add("{workload: " + thing.kind() + "/" + name + "}");
            }
        }
        return consumers;
    }

    /** With names that are not near each other, so that nobody may have meant another one. */
    @Test
    void whatAnIncompleteInventoryLacksIsNoMistake() {
        Random random = new Random(SEED);
        int missing = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RandomInventory all = RandomInventory.next(random);
            RandomInventory shown = all.some(random);
            List<String> consumers = consumers(all);
            assertThat(Result.of(consumers, shown.inventory(false)).codes())
                    .as("%s of %s", shown, all)
                    .allMatch("warning WM1005"::equals);
            missing += Result.of(consumers, shown.inventory(true)).codes().size();
        }
        assertThat(missing).isGreaterThan(ROUNDS);
    }
}
