package dev.waymark.review;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.Ordered;
import dev.waymark.review.ManifestDiff.FileDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares two sides. */
public final class Reviewer {
    private static final List<Detector> DETECTORS = List.of(
            new RouteEffects(),
            new IdentityEffects(),
            new WaypointEffects(),
            new AccessEffects(),
            new ExternalEffects(),
            new EnforcementEffects(),
            new DenialEffects(),
            new RestartEffects(),
            new LingerEffects());

    private final Snapshot before;
    private final Snapshot after;

    /**
     * What is said about a side.
     *
     * @param roots what the names of its files begin with
     */
    public record Messages(List<Diagnostic> diagnostics, List<String> roots) {
        public Messages {
            diagnostics = Ordered.list(diagnostics);
            roots = Ordered.list(roots);
        }
    }

    public Reviewer(Snapshot before, Snapshot after) {
        this.before = before;
        this.after = after;
    }

    /** What can be said where a side cannot be compiled. */
    public static Review unknown(String broken, Messages old, Messages now) {
        Problems problems = ProblemMatch.of(old.diagnostics(), old.roots(), now.diagnostics(), now.roots());
        Wording verdict = Wording.of("{} cannot be compiled, so that nothing is known of its traffic.", broken);
        return new Review(false, verdict, List.of(), problems, List.of(), List.of(), List.of());
    }

    /** All that differs. */
    public Review review(Messages old, Messages now) {
        List<FileDifference> files = ManifestDiff.of(before.files(), after.files());
        List<Effect> effects = new ArrayList<>();
        List<Tie> ties = new ArrayList<>();
        for (Change change : changes(files)) {
            List<Effect> found = effects(change);
            effects.addAll(found);
            ties.addAll(Ties.of(change, found));
        }
        effects.sort(null);
        List<ManifestChange> manifests =
                files.stream().map(FileDifference::change).toList();
        Problems problems = ProblemMatch.of(old.diagnostics(), old.roots(), now.diagnostics(), now.roots());
        return new Review(
                true,
                Verdict.of(effects, manifests),
                effects,
                problems,
                manifests,
                ties,
                Plan.of(before, after, effects, manifests));
    }

    private static List<Effect> effects(Change change) {
        Set<Effect> seen = new HashSet<>();
        // Each of them looks through the whole mesh, and none knows of the others.
        List<List<Effect>> found = DETECTORS.parallelStream()
                .map(detector -> detector.find(change).toList())
                .toList();
        return found.stream().flatMap(List::stream).filter(seen::add).toList();
    }

    private List<Change> changes(List<FileDifference> files) {
        SortedMap<Optional<String>, ClusterState> old = byName(before);
        SortedMap<Optional<String>, ClusterState> now = byName(after);
        SortedMap<Optional<String>, ClusterState> all = byName(before);
        all.putAll(now);
        return all.keySet().stream()
                .map(name -> new Change(
                        old.getOrDefault(name, ClusterState.none(name)),
                        now.getOrDefault(name, ClusterState.none(name)),
                        new Touched(files, name)))
                .toList();
    }

    private static SortedMap<Optional<String>, ClusterState> byName(Snapshot side) {
        SortedMap<Optional<String>, ClusterState> clusters =
                new TreeMap<>(Comparator.comparing(name -> name.orElse("")));
        side.clusters().forEach(cluster -> clusters.put(cluster.cluster(), cluster));
        return clusters;
    }
}
