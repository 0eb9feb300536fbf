package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.ObjectRef;
import dev.waymark.lower.Snapshot.Applied;
import dev.waymark.testing.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may still stand in the cluster: everything that some render delivered since the last settling, before which, so
 * the promise goes, the cluster had caught up with the render before.
 */
final class Standing {
    private static final Map<String, String> GUARDS = Map.of(
            "argocd.argoproj.io/sync-options", "ServerSideApply=true,Validate=false,Prune=false,Delete=false",
            "argocd.argoproj.io/compare-options", "IgnoreExtraneous",
            "kustomize.toolkit.fluxcd.io/ssa", "Merge",
            "kustomize.toolkit.fluxcd.io/prune", "Disabled");

    private final Set<Label> labels = new HashSet<>();
    private final Set<Label> delivered = new HashSet<>();
    private final Set<ObjectRef> applied = new HashSet<>();
    private final Map<String, String> phases = new HashMap<>();

    /** The waypoints of the last render that are not there any more and were not retired in it. */
    Set<String> deserted(Draft next) {
        return phases.entrySet().stream()
                .filter(waypoint -> !waypoint.getValue().equals(Draft.RETIRE))
                .map(Map.Entry::getKey)
                .filter(waypoint -> !next.waypoints.containsKey(waypoint))
                .collect(Collectors.toSet());
    }

    /** Whether all that the last render delivered may be admitted as another one would do it. */
    boolean suits(Snapshot other) {
        return delivered.stream()
                .allMatch(label -> !other.gateways().containsKey(label.waypoint())
                        || other.admits(label.waypoint(), label.object().namespace()));
    }

    /**
     * Takes in a render that was not refused.
     *
     * @param alone what the same documents give in an empty directory: a label that only a lingering admission lets in
     *     has no claim to it
     */
    void rendered(Draft draft, Snapshot after, Snapshot alone, boolean settled) {
        labels.retainAll(settled ? delivered : labels);
        delivered.clear();
        Stream.concat(after.labels().stream(), draft.ownersLabels())
                .filter(label -> alone.admits(label.waypoint(), label.object().namespace()))
                .forEach(delivered::add);
        labels.addAll(delivered);
        labels.removeIf(label ->
                !draft.waypoints.containsKey(label.waypoint()) && Draft.RETIRE.equals(phases.get(label.waypoint())));
        phases.clear();
        draft.waypoints.forEach((name, waypoint) -> phases.put(name, waypoint.phase()));
        checkAdmissions(after);
        checkApplied(after, settled);
        checkLabels(after, alone);
    }

    private void checkAdmissions(Snapshot after) {
        for (Label label : labels) {
            assertThat(after.admits(label.waypoint(), label.object().namespace()))
                    .as("%s, and is admitted there", label)
                    .isTrue();
        }
    }

    private void checkApplied(Snapshot after, boolean settled) {
        Map<ObjectRef, List<Applied>> byObject =
                after.applied().stream().collect(Collectors.groupingBy(Applied::object));
        byObject.forEach((object, documents) ->
                assertThat(documents).as("what is applied to %s", object).hasSize(1));
        if (settled) {
            applied.retainAll(byObject.keySet());
        }
        applied.removeIf(
                object -> byObject.getOrDefault(object, List.of()).stream().anyMatch(Applied::isOurs));
        byObject.forEach((object, documents) -> {
            if (!documents.get(0).isOurs() && documents.get(0).isLabelled()) {
                applied.add(object);
            }
        });
        assertThat(byObject.keySet()).as("what labels were applied to").containsAll(applied);
        byObject.values().forEach(documents -> checkGuards(documents.get(0)));
    }

    /** What no document asks for any more is there without a label of ours. */
    private static void checkLabels(Snapshot after, Snapshot alone) {
        Map<ObjectRef, Tree> wanted =
                alone.applied().stream().collect(Collectors.toMap(Applied::object, Applied::labels));
        for (Applied document : after.applied()) {
            assertThat(document.labels())
                    .as(document.path())
                    .isEqualTo(wanted.getOrDefault(document.object(), new Tree(Map.of())));
        }
    }

    private static void checkGuards(Applied document) {
        if (document.isPartial()) {
            assertThat(document.document().at("metadata", "annotations").map())
                    .as(document.path())
                    .containsAllEntriesOf(GUARDS);
        }
    }
}
