package dev.waymark.report;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.report.Picture.Way;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Decision;
import dev.waymark.routing.Traffic;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the targets of one namespace use waypoints. */
final class Usage {
    /**
     * A waypoint and how it is used.
     *
     * @param detail why it refuses, or the weight of a canary; empty otherwise
     */
    record Tie(ObjectName waypoint, Way way, String detail) implements Comparable<Tie> {
        private static final Comparator<Tie> ORDER =
                Comparator.comparing(Tie::waypoint).thenComparing(Tie::way).thenComparing(Tie::detail);

        @Override
        public int compareTo(Tie other) {
            return ORDER.compare(this, other);
        }
    }

    private final SortedMap<Tie, SortedMap<String, Long>> ties = new TreeMap<>();
    private final SortedMap<String, Long> direct = new TreeMap<>();

    void add(Route route) {
        String kind = kind(route);
        route.waypoint()
                .map(name -> new Tie(name, Way.THROUGH, ""))
                .or(() -> route.label()
                        .flatMap(Decision::wanted)
                        .filter(name -> route.reason().isRefusal() || route.reason() == Reason.UNKNOWN)
                        .map(name ->
                                new Tie(name, refusal(route), route.reason().word())))
                .ifPresentOrElse(tie -> count(tie, kind), () -> addDirect(kind, 1));
        route.canary()
                .filter(canary -> canary.weight().isPresent())
                .ifPresent(canary -> count(
                        new Tie(canary.waypoint(), Way.CANARY, canary.weight().getAsInt() + "%"), kind));
    }

    private static Way refusal(Route route) {
        return route.reason() == Reason.UNKNOWN ? Way.UNKNOWN : Way.REFUSED;
    }

    private void count(Tie tie, String kind) {
        add(tie, kind, 1);
    }

    void add(Tie tie, String kind, long count) {
        ties.computeIfAbsent(tie, key -> new TreeMap<>()).merge(kind, count, Long::sum);
    }

    void addDirect(String kind, long count) {
        direct.merge(kind, count, Long::sum);
    }

    boolean isChange() {
        return ties.keySet().stream().anyMatch(tie -> tie.way().isChange());
    }

    private static String kind(Route route) {
        Kind kind = route.target().kind();
        if (kind == Kind.NAMESPACE) {
            return route.traffic() == Traffic.SERVICE ? "namespace" : "pod namespace";
        }
        return switch (kind) {
            case SERVICE -> "service";
            case SERVICE_ENTRY -> "service entry";
            default -> "workload";
        };
    }

    SortedMap<Tie, SortedMap<String, Long>> ties() {
        return ties;
    }

    long direct() {
        return direct.values().stream().mapToLong(count -> count).sum();
    }
}
