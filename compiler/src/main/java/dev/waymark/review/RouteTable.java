package dev.waymark.review;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Route;
import dev.waymark.routing.ServiceEntryView;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All routes of a mesh, by what they lead to. */
final class RouteTable {
    private final ClusterState state;
    private final MeshView view;
    private final SortedMap<Key, Route> routes = new TreeMap<>();

    /** Something that clients address in one way. */
    record Key(ObjectRef target, Traffic traffic) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::target).thenComparing(Key::traffic);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    RouteTable(ClusterState state) {
        this.state = state;
        this.view = state.view();
        state.routing().routes().forEach(route -> routes.put(new Key(route.target(), route.traffic()), route));
    }

    ClusterState state() {
        return state;
    }

    MeshView view() {
        return view;
    }

    SortedMap<Key, Route> routes() {
        return Collections.unmodifiableSortedMap(routes);
    }

    /**
     * The way to something that this mesh or another one has. What nobody speaks of here goes the way of its namespace.
     *
     * @return empty if it does not exist here
     */
    Optional<Route> route(Key key, RouteTable other) {
        Route known = routes.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (isAbsent(key.target(), other)) {
            return Optional.empty();
        }
        return Optional.of(state.routing().resolve(target(key.target()), key.traffic()));
    }

    private Target target(ObjectRef ref) {
        Target found = ref.kind() == Kind.NAMESPACE
                ? view.namespaces().get(ref.name())
                : view.targets().get(ref);
        return found == null ? Target.unseen(ref, Optional.empty()) : found;
    }

    private boolean isAbsent(ObjectRef ref, RouteTable other) {
        boolean shown = view.targets().containsKey(ref) || view.namespaces().containsKey(ref.name());
        boolean known = view.coverage() == Coverage.COMPLETE
                || other.isDeclared(ref)
                || (view.coverage() == Coverage.PARTIAL && other.exists(ref));
        return ref.kind() == Kind.NAMESPACE
                ? !shown && view.coverage() == Coverage.COMPLETE
                : !view.targets().containsKey(ref) && known;
    }

    /** Whether a whole manifest of it is there. */
    private boolean exists(ObjectRef ref) {
        return state.inventory().find(ref).isPresent();
    }

    /** Whether it is an external host that somebody declares: it is there or not, whoever labels it. */
    boolean isDeclared(ObjectRef ref) {
        return view.targets().get(ref) instanceof ServiceEntryView entry && entry.isDeclared();
    }
}
