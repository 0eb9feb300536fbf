package dev.waymark.reasons;

import dev.waymark.kube.Ordered;
import dev.waymark.routing.Route;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of a target.
 *
 * @param kind as in manifests, or {@code Waypoint}
 * @param answer one sentence
 * @param remedies what would have to change for traffic to go through a waypoint; empty where it does, or where it is
 *     told not to
 */
public record Account(
        String kind,
        String namespace,
        String name,
        String answer,
        List<Route> routes,
        List<Step> steps,
        List<String> remedies) {
    /** One thing that was looked at, and where it stands. */
    public record Step(String text, Optional<Span> at) {
        static Step of(String text) {
            return new Step(text, Optional.empty());
        }
    }

    public Account {
        routes = Ordered.list(routes);
        steps = Ordered.list(steps);
        remedies = Ordered.list(remedies);
    }
}
