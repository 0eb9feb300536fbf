package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.Kind;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Owners of each kind of object get exactly its labels where they count, or an error. */
class OwnerConformance {
    private static final List<String> OBJECTS =
            Arrays.asList(Resources.text("conformance/owners.yaml").split("---\n", -1));

    private static Kubectl kubectl;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void findKubectl(@TempDir Path folder) throws Exception {
        kubectl = Kubectl.in(folder);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POD", "JOB"})
    void theLabelsOfAWaypointAreAllThatChanges(Kind kind) throws Exception {
        Tree before = Yaml.tree(object(kind));
        String others = String.join("---\n", others(kind)) + "---\n" + neighbour(kind);
        List<Tree> built =
                new ArrayList<>(owner(kind, object(kind) + "---\n" + others).build(kubectl));
        Tree after = built.stream()
                .filter(each -> isOf(kind, each) && each.name().equals(before.name()))
                .findFirst()
                .orElseThrow();
        assertThat(before.minus(after)).isEmpty();
        assertThat(after.minus(before)).isEqualTo(marks(kind));
        built.remove(after);
        assertThat(built).containsExactlyInAnyOrderElementsOf(Yaml.trees(others));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POD", "JOB"})
    void anObjectThatIsMissingFailsTheBuild(Kind kind) throws Exception {
        assertFails(owner(kind, String.join("---\n", others(kind))));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POD", "JOB"})
    void anObjectOfAnotherNameFailsTheBuild(Kind kind) throws Exception {
        assertFails(owner(kind, neighbour(kind)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POD", "JOB"})
    void anObjectOfAnotherKindFailsTheBuild(Kind kind) throws Exception {
        String other = object(kind).replaceFirst("kind: \\w+", "kind: Other");
        assertFails(owner(kind, other));
    }

    private static void assertFails(Owner owner) throws Exception {
        Outcome outcome = owner.outcome(kubectl);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
    }

    private Owner owner(Kind kind, String objects) throws Exception {
        Path unit = Rendering.of(intent(kind), temporary).directory().resolve("shop");
        String collection = kind == Kind.NAMESPACE ? "namespace" : "objects";
        return Owner.in(
                temporary, objects, List.of(unit.resolve("components/shop").resolve(collection)));
    }

    private static String intent(Kind kind) {
        return """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec:
                  waypoints:
                  - namespace: shop
                    for: all
                    ingress: true
                    canary: {waypoint: shop/next, weight: 10}
                    consumers: [{%s}]
                  - {name: next, namespace: shop}
                """.formatted(consumer(kind));
    }

    private static String consumer(Kind kind) {
        return switch (kind) {
            case NAMESPACE -> "namespace: shop";
            case SERVICE -> "service: app";
            case SERVICE_ENTRY -> "serviceEntry: app.v2";
            case WORKLOAD_ENTRY -> "workloadEntry: app.v2";
            default -> "workload: " + kind.kindName() + "/app.v2";
        };
    }

    /** What is new on an object, by the pointers to it. */
    private static SortedMap<String, Object> marks(Kind kind) {
        SortedMap<String, Object> marks = new TreeMap<>();
        String labels = labelsAt(kind) + "/istio.io~1";
        marks.put(labels + "use-waypoint", "waypoint");
        if (kind == Kind.NAMESPACE || kind == Kind.SERVICE || kind == Kind.SERVICE_ENTRY) {
            marks.put(labels + "ingress-use-waypoint", "true");
            marks.put(labels + "use-waypoint-canary", "next");
            marks.put("/metadata/annotations/istio.io~1use-waypoint-canary-weight", "10");
        }
        return marks;
    }

    private static String labelsAt(Kind kind) {
        return switch (kind) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, ROLLOUT -> "/spec/template/metadata/labels";
            case CRON_JOB -> "/spec/jobTemplate/spec/template/metadata/labels";
            case WORKLOAD_GROUP -> "/spec/metadata/labels";
            default -> "/metadata/labels";
        };
    }

    private static boolean isOf(Kind kind, Tree object) {
        return object.text("kind").equals(kind.kindName());
    }

    private static String object(Kind kind) {
        return OBJECTS.stream()
                .filter(text -> isOf(kind, Yaml.tree(text)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> others(Kind kind) {
        return OBJECTS.stream().filter(text -> !isOf(kind, Yaml.tree(text))).toList();
    }

    /** One of the same kind whose name a careless pattern would match. */
    private static String neighbour(Kind kind) {
        String name = Yaml.tree(object(kind)).name();
        String near = name.contains(".") ? name.replace('.', '-') : name + "2";
        return object(kind).replace("  name: " + name + "\n", "  name: " + near + "\n");
    }
}
