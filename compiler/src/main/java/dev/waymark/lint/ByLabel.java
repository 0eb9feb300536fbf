package dev.waymark.lint;

import dev.waymark.routing.Route;
import dev.waymark.routing.ServiceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Services that go through their waypoint by one label: their own, or that of their namespace. */
record ByLabel(Route.Decision label, List<ServiceView> services) {
    /** The services of a mesh that go through a waypoint, as far as they are wanted. */
    static Stream<ByLabel> of(Subject subject, BiPredicate<ServiceView, Route> wanted) {
        Map<Route.Decision, List<ServiceView>> groups = new LinkedHashMap<>();
        for (Route route : subject.routes()) {
            boolean bound = route.waypoint().isPresent() && route.label().isPresent();
            if (bound
                    && subject.view().targets().get(route.target()) instanceof ServiceView service
                    && wanted.test(service, route)) {
                groups.computeIfAbsent(route.label().get(), label -> new ArrayList<>())
                        .add(service);
            }
        }
        return groups.entrySet().stream().map(group -> new ByLabel(group.getKey(), group.getValue()));
    }

    /** Whether it is the label of the one service itself. */
    boolean isOwn() {
        return label.object().equals(services.get(0).ref());
    }

    /** {@code service shop/cart and service shop/db}. */
    String names() {
        return Listing.of(
                services.stream().map(service -> service.ref().toString()).toList());
    }
}
