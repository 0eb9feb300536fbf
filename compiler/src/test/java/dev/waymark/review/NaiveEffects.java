package dev.waymark.review;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.Traffic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The difference of two lists of routes, found in the plainest way: each row is looked up in the other list. */
record NaiveEffects(Collection<Route> before, Collection<Route> after) {
    /** One line for each effect. */
    SortedSet<String> all() {
        SortedSet<String> lines = new TreeSet<>();
        for (Collection<Route> side : List.of(before, after)) {
            side.forEach(route -> compare(route.target(), route.traffic(), lines));
        }
        return lines;
    }

    private void compare(ObjectRef target, Traffic traffic, SortedSet<String> lines) {
        boolean external = target.kind() == Kind.SERVICE_ENTRY;
        Optional<Route> old = find(before, target, traffic);
        Optional<Route> now = find(after, target, traffic);
        if (external && old.isEmpty()) {
            lines.add("external-added " + target);
            return;
        }
        if (external && now.isEmpty()) {
            lines.add("external-removed " + target);
            return;
        }
        String from = way(old.or(() -> find(before, ObjectRef.namespace(target.namespace()), traffic)));
        String to = way(now.or(() -> find(after, ObjectRef.namespace(target.namespace()), traffic)));
        String line = target + " " + traffic + " " + from + " " + to;
        if (!from.equals(to)) {
            boolean out =
                    now.filter(route -> route.reason() == Reason.OPTED_OUT).isPresent();
            String rule = from.equals("direct")
                    ? "gained"
                    : !to.equals("direct") ? (external ? "external-rerouted" : "moved") : out ? "opt-out" : "lost";
            lines.add(rule + " " + line);
        }
        boolean oldIngress = ingress(old.or(() -> find(before, ObjectRef.namespace(target.namespace()), traffic)));
        boolean newIngress = ingress(now.or(() -> find(after, ObjectRef.namespace(target.namespace()), traffic)));
        if (oldIngress != newIngress) {
            lines.add((newIngress ? "ingress-start " : "ingress-stop ") + target);
        }
    }

    private static Optional<Route> find(Collection<Route> side, ObjectRef target, Traffic traffic) {
        return side.stream()
                .filter(route -> route.target().equals(target) && route.traffic() == traffic)
                .findFirst();
    }

    private static boolean ingress(Optional<Route> route) {
        return route.isPresent() && route.get().ingress();
    }

    private static String way(Optional<Route> route) {
        if (route.isEmpty() || route.get().waypoint().isEmpty()) {
            return "direct";
        }
        String canary = route.get()
                .canary()
                .filter(found -> found.weight().isPresent())
                .map(found -> "+" + found.weight().getAsInt() + "%" + found.waypoint())
                .orElse("");
        return route.get().waypoint().get() + canary;
    }
}
