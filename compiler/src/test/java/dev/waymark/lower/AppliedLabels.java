package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.delivery.Cluster;
import dev.waymark.delivery.LiveObject;
import dev.waymark.delivery.ObjectKey;
import dev.waymark.lower.Snapshot.Applied;
import dev.waymark.testing.Tree;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The labels that layers of parts delivered, and that may name their waypoints: while one of them is on an object, its
 * Gateway is there and admits. Whole Namespaces are left out: their labels come with the Gateways, in no order.
 */
final class AppliedLabels {
    private static final String USE = "istio.io/use-waypoint";
    private static final String CANARY = "istio.io/use-waypoint-canary";

    private final Set<Label> standing = new HashSet<>();
    private final Set<Label> wanted = new HashSet<>();
    private final Set<String> retired = new HashSet<>();

    /**
     * Takes in a commit.
     *
     * @param alone what the same documents give in an empty directory: a label that only a lingering admission lets in
     *     has no claim to it
     * @param settled whether the commit drops what lingered, since all labels before the last commit are gone
     */
    void commit(Draft draft, Snapshot after, Snapshot alone, boolean settled) {
        if (settled) {
            standing.retainAll(wanted);
        }
        standing.removeIf(
                label -> retired.contains(label.waypoint()) && !draft.waypoints.containsKey(label.waypoint()));
        retired.clear();
        draft.waypoints.forEach((name, waypoint) -> {
            if (waypoint.phase().equals(Draft.RETIRE)) {
                retired.add(name);
            }
        });
        wanted.clear();
        after.applied().stream()
                .filter(Applied::isPartial)
                .flatMap(each -> named(each.labels(), each))
                .filter(label -> alone.admits(label.waypoint(), label.object().namespace()))
                .forEach(label -> wanted.add(label));
    }

    /** Whether all that the last commit delivered is admitted by another one that has the waypoint. */
    boolean suits(Snapshot other) {
        return wanted.stream()
                .allMatch(label -> !other.gateways().containsKey(label.waypoint())
                        || other.admits(label.waypoint(), label.object().namespace()));
    }

    private static Stream<Label> named(Tree labels, Applied document) {
        return Stream.of(USE, CANARY)
                .filter(key -> !labels.map().getOrDefault(key, "none").equals("none"))
                .map(key -> new Label(
                        document.object(),
                        waypoint(labels, key, document.object().namespace())));
    }

    private static String waypoint(Tree labels, String key, String home) {
        return labels.map().getOrDefault(key + "-namespace", home) + "/" + labels.text(key);
    }

    /** A layer of parts syncs the last commit. */
    void deliver() {
        standing.addAll(wanted);
    }

    /** Whether all of them name what is there, as far as this manager still owns them. */
    void check(Cluster cluster, String manager) {
        for (Label label : standing) {
            boolean named = cluster.find(World.key(label.object()))
                    .filter(object -> names(object, label, manager))
                    .isPresent();
            if (named) {
                checkGateway(cluster, label);
            }
        }
    }

    private static boolean names(LiveObject object, Label label, String manager) {
        Tree labels = new Tree(object.labels());
        return Stream.of(USE, CANARY)
                .filter(key -> labels.map().containsKey(key) && object.owns(manager, "labels/" + key))
                .anyMatch(
                        key -> waypoint(labels, key, label.object().namespace()).equals(label.waypoint()));
    }

    private static void checkGateway(Cluster cluster, Label label) {
        String[] waypoint = label.waypoint().split("/", -1);
        assertThat(cluster.find(new ObjectKey("Gateway", waypoint[0], waypoint[1])))
                .as("%s, which is there", label)
                .hasValueSatisfying(gateway -> assertThat(Snapshot.admits(
                                gateway.spec(), label.waypoint(), label.object().namespace()))
                        .as("%s, and is admitted", label)
                        .isTrue());
    }
}
