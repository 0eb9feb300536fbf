package dev.waymark.review;

import dev.waymark.review.ManifestChange.Change;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which order to merge and sync so that nothing is unprotected in between: a Gateway is programmed before a label names
 * it, and stays, and admits, until no label does.
 */
final class Plan {
    private static final Set<EffectRule> ARRIVALS = EnumSet.of(EffectRule.GAINED, EffectRule.MOVED);
    private static final Set<EffectRule> DEPARTURES = EnumSet.of(EffectRule.LOST, EffectRule.OPT_OUT);

    private final List<Effect> effects;
    private final Snapshot before;
    private final Snapshot after;
    private final List<ManifestChange> manifests;
    private final List<PlanStep> steps = new ArrayList<>();

    private Plan(Snapshot before, Snapshot after, List<Effect> effects, List<ManifestChange> manifests) {
        this.before = before;
        this.after = after;
        this.effects = effects;
        this.manifests = manifests;
    }

    static List<PlanStep> of(Snapshot before, Snapshot after, List<Effect> effects, List<ManifestChange> manifests) {
        Plan plan = new Plan(before, after, effects, manifests);
        if (!effects.isEmpty() || !manifests.isEmpty()) {
            plan.order();
        }
        return plan.steps;
    }

    private void order() {
        units();
        List<Effect> open = effects(EnumSet.of(
                EffectRule.WAYPOINT_ADDED,
                EffectRule.TRAFFIC_TYPE,
                EffectRule.ACCESS_WIDENED,
                EffectRule.ADMITS_EVERYONE));
        List<Effect> arriving = arriving();
        List<Effect> leaving = effects(DEPARTURES);
        List<Effect> closing = effects(EnumSet.of(EffectRule.WAYPOINT_REMOVED, EffectRule.ACCESS_NARROWED));
        boolean ordered = !open.isEmpty() && !arriving.isEmpty() && isOrdered();
        gateways(open, ordered, !arriving.isEmpty());
        arrive(arriving, ordered, !open.isEmpty());
        leave(leaving);
        close(closing, !arriving.isEmpty() || !leaving.isEmpty());
        emptied();
        if (steps.isEmpty()) {
            step(
                    "Merge and sync in one go: no label waits for a Gateway, and no Gateway for a label",
                    List.of(),
                    List.of());
        }
    }

    private List<Effect> effects(Set<EffectRule> rules) {
        return effects.stream().filter(effect -> rules.contains(effect.rule())).toList();
    }

    /** Targets that go through a waypoint that they did not go through. */
    private List<Effect> arriving() {
        Set<EffectRule> rules = EnumSet.copyOf(ARRIVALS);
        rules.add(EffectRule.EXTERNAL_ADDED);
        rules.add(EffectRule.EXTERNAL_REROUTED);
        return effects(rules);
    }

    /** An object that moves to another unit is pruned by the old one, perhaps before the new one applies it. */
    private void units() {
        SortedMap<String, String> gone = byObject(Change.REMOVE);
        List<Wording> details = new ArrayList<>();
        byObject(Change.ADD).forEach((object, unit) -> {
            if (gone.containsKey(object)) {
                details.add(Wording.of("{}: from {} to {}", object, gone.get(object), unit));
            }
        });
        if (!details.isEmpty()) {
            step(
                    "Merge with pruning of the old units off, and sync the new units first: the old ones would delete what"
                            + " moves",
                    details,
                    List.of());
        }
    }

    /** The units of objects of ours that are applied whole, by what they are. */
    private SortedMap<String, String> byObject(Change change) {
        SortedMap<String, String> objects = new TreeMap<>();
        for (ManifestChange manifest : manifests) {
            int layer = Math.max(
                    manifest.path().indexOf("/gateways/"), manifest.path().indexOf("/enrollment/"));
            if (manifest.change() == change && layer > 0 && !manifest.path().endsWith("/kustomization.yaml")) {
                objects.put(
                        manifest.path().substring(layer + 1), manifest.path().substring(0, layer));
            }
        }
        return objects;
    }

    private void gateways(List<Effect> open, boolean ordered, boolean labelsFollow) {
        if (open.isEmpty()) {
            return;
        }
        List<String> commands = new ArrayList<>();
        open.stream()
                .filter(effect -> effect.rule() == EffectRule.WAYPOINT_ADDED)
                .forEach(effect -> commands.add("kubectl wait --for=condition=Programmed gateway/"
                        + shell(effect.target().name()) + " -n "
                        + shell(effect.target().namespace()) + " --timeout=5m"));
        String wait = commands.isEmpty() ? "" : ", and wait until they are programmed";
        String title = ordered
                ? "Merge: the layer of the Gateways is applied first"
                : labelsFollow
                        ? "Merge and sync what opens the Gateways, without the labels (`phase: prepare`)"
                        : "Merge and sync the Gateways";
        step(title + wait, messages(open), commands);
    }

    private void arrive(List<Effect> arriving, boolean ordered, boolean waits) {
        if (!arriving.isEmpty()) {
            step(
                    ordered
                            ? "The layers of the labels follow by themselves" + parent()
                            : waits
                                    ? "Then merge and sync the labels (`phase: serve`)"
                                    : "Merge and sync the labels: their Gateways are there",
                    messages(arriving),
                    List.of());
        }
    }

    /** Whether a delivery holds all labels back until the Gateways are there. */
    private boolean isOrdered() {
        return effects(EnumSet.of(EffectRule.UNPROTECTED_WHILE_SWITCHING)).isEmpty()
                && after.clusters().stream()
                        .anyMatch(cluster -> !cluster.ordered().isEmpty());
    }

    /** Waves order Applications only under a parent that waits for their health. */
    private String parent() {
        boolean argo = after.files().keySet().stream().anyMatch(path -> path.contains("argocd/application"));
        return argo
                ? ", if a parent application has the health check of Applications; without one, take two merges"
                : "";
    }

    private void leave(List<Effect> leaving) {
        if (!leaving.isEmpty()) {
            step(
                    "Merge and sync the labels that go, once nothing relies on what their waypoint enforced",
                    messages(leaving),
                    List.of());
        }
    }

    private void close(List<Effect> closing, boolean afterLabels) {
        if (closing.isEmpty()) {
            return;
        }
        List<String> commands = new ArrayList<>();
        closing.stream()
                .filter(effect -> effect.rule() == EffectRule.WAYPOINT_REMOVED)
                .map(effect -> shell(effect.target().name()))
                .distinct()
                .forEach(name -> commands.add("kubectl get namespaces,services,serviceentries,pods -A -l"
                        + " istio.io/use-waypoint=" + name));
        step(
                afterLabels
                        ? "Last, in a merge of its own (`phase: retire` until then), take away what no label needs any"
                                + " more"
                        : "Merge and sync what closes, once no label needs it",
                messages(closing),
                commands);
    }

    /** Argo CD does not prune a layer that becomes empty by itself. */
    private void emptied() {
        List<Wording> details = new ArrayList<>();
        new TreeMap<>(after.files()).forEach((path, text) -> {
            ManifestText old = before.files().get(path);
            boolean layer =
                    path.endsWith("gateways/kustomization.yaml") || path.endsWith("enrollment/kustomization.yaml");
            if (layer && old != null && !old.isSame(text) && isEmpty(text) && !isEmpty(old)) {
                details.add(Wording.of("{} lists nothing any more", path));
            }
        });
        boolean argo = after.files().keySet().stream().anyMatch(path -> path.contains("argocd/"));
        if (argo && !details.isEmpty()) {
            step(
                    "Sync by hand the layers that become empty: Argo CD refuses to prune all of an application",
                    details,
                    List.of());
        }
    }

    private static boolean isEmpty(ManifestText text) {
        return text.file().text().contains("resources: []");
    }

    private static List<Wording> messages(List<Effect> effects) {
        return effects.stream()
                .map(effect -> effect.cluster()
                        .map(cluster -> in(cluster, effect.message()))
                        .orElse(effect.message()))
                .toList();
    }

    private static Wording in(String cluster, Wording message) {
        List<Wording.Part> parts =
                new ArrayList<>(List.of(new Wording.Part(cluster, true), new Wording.Part(": ", false)));
        parts.addAll(message.parts());
        return new Wording(parts);
    }

    /** A name that a shell takes as one word; what is no name of Kubernetes stands in quotes. */
    private static String shell(String name) {
        return name.matches("[A-Za-z0-9._-]+") && !name.startsWith("-") ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    private void step(String title, List<Wording> details, List<String> commands) {
        steps.add(new PlanStep(Wording.of(title), details, commands));
    }
}
