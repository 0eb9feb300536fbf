package dev.waymark.mesh;

import dev.waymark.mesh.Model.Consumer;
import dev.waymark.mesh.Model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects of every kind, and who has which of them: one waypoint that serves, and one way for the labels. */
final class RandomTargets {
    private static final List<String> NAMES = List.of("web", "db", "on", "api");
    private static final List<String> DOTTED = List.of("web", "on", "api.v2", "api-v2");
    private static final List<String> WORKLOADS =
            List.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Rollout", "WorkloadGroup", "WorkloadEntry");

    private final Picks picks;
    private final List<String> namespaces;
    private final Set<String> ours;
    private final String otherwise;
    private final List<Target> externals = new ArrayList<>();
    private final Set<String> waypoints = new HashSet<>();
    private final Set<Target> served = new HashSet<>();
    private final Set<String> enrolled = new HashSet<>();
    private final Map<Target, Optional<String>> vias = new HashMap<>();

    /**
     * Begins with nothing enrolled.
     *
     * @param ours namespaces that may be rendered whole, since one unit at most does it
     * @param otherwise how labels are delivered where nothing is stated
     */
    RandomTargets(Picks picks, List<String> namespaces, Set<String> ours, String otherwise) {
        this.picks = picks;
        this.namespaces = namespaces;
        this.ours = ours;
        this.otherwise = otherwise;
    }

    /** Externals that can be enrolled from now on. */
    List<Target> externals() {
        List<Target> more =
                picks.some(1, () -> new Target("External", picks.one(namespaces), "ext-" + picks.below(1_000_000)));
        externals.addAll(more);
        return more;
    }

    /** Whether a waypoint of that name is a new one. */
    boolean declare(String reference) {
        return waypoints.add(reference);
    }

    /** @param home a namespace that is more likely than others */
    Target any(String home, boolean global) {
        return picks.once(3) ? workload(home) : service(home, global);
    }

    Target workload(String home) {
        return new Target(picks.one(WORKLOADS), near(home), picks.one(DOTTED));
    }

    /** @param global whether it must be one that can be global */
    Target service(String home, boolean global) {
        String namespace = near(home);
        int kind = global ? 4 : picks.below(5);
        if (kind == 0 && !externals.isEmpty()) {
            return picks.one(externals);
        }
        return switch (kind) {
            case 1, 2 -> Target.namespace(namespace);
            case 3 -> new Target("ServiceEntry", namespace, picks.one(DOTTED));
            default -> new Target("Service", namespace, picks.one(NAMES));
        };
    }

    private String near(String home) {
        return picks.once(3) ? picks.one(namespaces) : home;
    }

    /** An entry for an object, if it can be one. */
    Optional<Consumer> enroll(Target target, String waypoint, boolean serves) {
        boolean taken = serves && served.contains(target);
        if (taken || !enrolled.add(target + " in " + waypoint)) {
            return Optional.empty();
        }
        if (serves) {
            served.add(target);
        }
        Optional<Boolean> ingress = target.isWorkload() ? Optional.empty() : picks.maybe(picks.random()::nextBoolean);
        return Optional.of(new Consumer(target, picks.once(2), via(target), ingress));
    }

    /** What an entry states: all that state something state the same, and the first one does if any. */
    Optional<String> via(Target target) {
        Optional<String> known = vias.get(target);
        if (known == null) {
            known = statement(target);
            vias.put(target, known);
            return known;
        }
        return picks.once(2) ? known : Optional.empty();
    }

    private Optional<String> statement(Target target) {
        if (target.isExternal()) {
            return Optional.empty();
        }
        List<String> possible = new ArrayList<>(List.of("patch", "owner"));
        boolean template = target.isWorkload() && !target.kind().equals("WorkloadEntry");
        if (!template) {
            possible.add("apply");
        }
        if (target.kind().equals("Namespace") && ours.contains(target.name())) {
            possible.add("full");
        }
        boolean must = template && otherwise.equals("apply");
        return must ? Optional.of(picks.one(possible)) : picks.maybe(() -> picks.one(possible));
    }
}
