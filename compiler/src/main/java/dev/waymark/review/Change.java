package dev.waymark.review;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules compare: one mesh, before and after. */
final class Change {
    private final RouteTable before;
    private final RouteTable after;
    private final SortedMap<ObjectName, GatewayView> oldWaypoints;
    private final SortedMap<ObjectName, GatewayView> newWaypoints;
    private final List<RouteChange> routes = new ArrayList<>();
    private final Touched touched;
    private final SortedSet<String> allNamespaces;
    private final SortedSet<String> relabelled;

    Change(ClusterState before, ClusterState after, Touched touched) {
        List<RouteTable> tables =
                Stream.of(before, after).parallel().map(RouteTable::new).toList();
        this.before = tables.get(0);
        this.after = tables.get(1);
        this.oldWaypoints = waypoints(before);
        this.newWaypoints = waypoints(after);
        this.touched = touched;
        this.allNamespaces = new TreeSet<>(before.view().namespaces().keySet());
        allNamespaces.addAll(after.view().namespaces().keySet());
        this.relabelled = allNamespaces.stream()
                .filter(name -> !labels(before, name).equals(labels(after, name)))
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<RouteTable.Key> keys = new TreeSet<>(this.before.routes().keySet());
        keys.addAll(this.after.routes().keySet());
        allNamespaces.stream()
                .filter(this::mayHaveServices)
                .forEach(name -> keys.add(new RouteTable.Key(ObjectRef.namespace(name), Traffic.SERVICE)));
        for (RouteTable.Key key : keys) {
            routes.add(RouteChange.of(key, this.before, this.after));
        }
    }

    /** Where inventories that are not complete show no Service of a namespace, there may be some all the same. */
    private boolean mayHaveServices(String namespace) {
        return Stream.of(before.view(), after.view())
                .allMatch(view -> view.coverage() == Coverage.PARTIAL
                        && view.namespaces().containsKey(namespace)
                        && !hasService(view, namespace));
    }

    private static boolean hasService(MeshView view, String namespace) {
        ObjectRef first = new ObjectRef(Kind.SERVICE, namespace, "");
        return view.targets().tailMap(first).keySet().stream()
                .limit(1)
                .anyMatch(ref -> ref.kind() == Kind.SERVICE && ref.namespace().equals(namespace));
    }

    private static SortedMap<String, String> labels(ClusterState side, String namespace) {
        return side.view().namespaceOrUnstated(namespace).labels().values();
    }

    private static SortedMap<ObjectName, GatewayView> waypoints(ClusterState state) {
        SortedMap<ObjectName, GatewayView> waypoints = new TreeMap<>();
        state.view().gateways().forEach((name, gateway) -> {
            if (gateway.isWaypoint()) {
                waypoints.put(name, gateway);
            }
        });
        return waypoints;
    }

    Optional<String> cluster() {
        return after.state().cluster();
    }

    RouteTable before() {
        return before;
    }

    RouteTable after() {
        return after;
    }

    /** The ways to everything that either side has. */
    List<RouteChange> routes() {
        return routes;
    }

    /** Those on which traffic is not as it was. */
    Stream<RouteChange> differing() {
        return routes.stream().filter(RouteChange::differs);
    }

    SortedMap<ObjectName, GatewayView> oldWaypoints() {
        return oldWaypoints;
    }

    SortedMap<ObjectName, GatewayView> newWaypoints() {
        return newWaypoints;
    }

    /**
     * All namespaces that either side speaks of.
     *
     * @param differing only those whose labels are not as they were
     */
    SortedSet<String> namespaces(boolean differing) {
        return differing ? relabelled : allNamespaces;
    }

    Touched touched() {
        return touched;
    }

    Effect effect(EffectRule rule, Affected target, Difference difference, Optional<Effect.Cause> cause) {
        return new Effect(
                rule, cluster(), target, difference.before(), difference.after(), difference.message(), cause);
    }

    /** What an effect says of its target. */
    record Difference(Optional<String> before, Optional<String> after, Wording message) {
        static Difference gone(String before, Wording message) {
            return new Difference(Optional.of(before), Optional.empty(), message);
        }

        static Difference come(String after, Wording message) {
            return new Difference(Optional.empty(), Optional.of(after), message);
        }

        static Difference of(String before, String after, Wording message) {
            return new Difference(Optional.of(before), Optional.of(after), message);
        }
    }
}
