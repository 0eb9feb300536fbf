package dev.waymark.review;

import dev.waymark.kube.ObjectName;
import dev.waymark.review.Tie.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what a picture of a change shows: the ties of all waypoints that it touches. */
final class Ties {
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::namespace)
            .thenComparing(key -> key.waypoint().map(ObjectName::toString).orElse(""))
            .thenComparing(Key::state);

    private final Change change;
    private final Set<ObjectName> touched = new HashSet<>();
    private final SortedMap<Key, SortedMap<String, Long>> ties = new TreeMap<>(ORDER);

    private record Key(String namespace, Optional<ObjectName> waypoint, State state) {}

    private Ties(Change change) {
        this.change = change;
    }

    /** @param effects those of waypoints touch them, too */
    static List<Tie> of(Change change, List<Effect> effects) {
        Ties ties = new Ties(change);
        effects.stream()
                .map(Effect::target)
                .filter(target -> target.kind().equals("Gateway"))
                .forEach(target -> ties.touched.add(new ObjectName(target.namespace(), target.name())));
        change.routes().stream().filter(Ties::moves).forEach(ties::touch);
        change.routes().forEach(ties::add);
        return ties.list();
    }

    private void touch(RouteChange route) {
        route.waypointBefore().ifPresent(touched::add);
        route.waypointAfter().ifPresent(touched::add);
    }

    private static boolean moves(RouteChange route) {
        return route.differs() || !route.isOfBoth();
    }

    private void add(RouteChange route) {
        Optional<ObjectName> before = route.waypointBefore();
        Optional<ObjectName> after = route.waypointAfter();
        if (before.equals(after)) {
            before.filter(touched::contains)
                    .ifPresent(name -> count(route, before, route.differs() ? State.CHANGED : State.SAME));
            return;
        }
        if (route.before().isPresent()) {
            count(route, before, State.GONE);
        }
        if (route.after().isPresent()) {
            count(route, after, State.NEW);
        }
    }

    private void count(RouteChange route, Optional<ObjectName> waypoint, State state) {
        ties.computeIfAbsent(new Key(route.target().namespace(), waypoint, state), key -> new TreeMap<>())
                .merge(route.target().kind().kindName(), 1L, Long::sum);
    }

    private List<Tie> list() {
        List<Tie> list = new ArrayList<>();
        ties.forEach((key, targets) ->
                list.add(new Tie(change.cluster(), key.namespace(), key.waypoint(), key.state(), targets)));
        return list;
    }
}
