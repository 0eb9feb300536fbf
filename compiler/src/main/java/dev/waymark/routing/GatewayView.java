package dev.waymark.routing;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Ordered;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;

/** A Gateway of any class: istiod takes each of them for a waypoint once it has an address. */
public record GatewayView(
        ObjectName name,
        String className,
        Labels labels,
        Labels annotations,
        List<Listener> listeners,
        Optional<Span> span) {
    /**
     * One listener.
     *
     * @param port 0 where none is stated
     * @param allowed {@code Same} where nothing is stated, as the API server has it
     */
    public record Listener(int port, String protocol, AllowedRoutes allowed, Optional<Span> span) {}

    public GatewayView {
        listeners = Ordered.list(listeners);
    }

    /** Whether somebody meant it to be a waypoint. */
    public boolean isWaypoint() {
        return className.endsWith("waypoint")
                || listeners.stream().anyMatch(listener -> listener.protocol().equals(Admission.HBONE));
    }
}
