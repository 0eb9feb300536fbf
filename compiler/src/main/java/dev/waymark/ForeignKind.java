package dev.waymark;

import java.util.Optional;

/** What somebody probably wants who hands a manifest to the compiler. */
final class ForeignKind {
    private static final String APART = "; manifests stay in files of their own";

    private ForeignKind() {}

    /** Where an intent states what a manifest of some kind does; empty where it states nothing of the kind. */
    static Optional<String> help(String kind) {
        return switch (kind) {
            case "Gateway" -> made("a waypoint", "waypoints", kind);
            case "ServiceEntry" -> made("a host outside of the mesh", "externals", kind);
            case "Namespace" ->
                Optional.of("an intent states the mesh labels of a namespace under `spec.namespaces`" + APART);
            case "Service", "Deployment", "StatefulSet", "DaemonSet", "CronJob", "Rollout", "WorkloadGroup" ->
                Optional.of("an intent names it under `consumers` of the waypoint that it uses" + APART);
            default -> Optional.empty();
        };
    }

    private static Optional<String> made(String what, String field, String kind) {
        return Optional.of("an intent states " + what + " under `spec." + field + "`, and Waymark makes its " + kind
                + ": `waymark init` writes a first intent");
    }
}
