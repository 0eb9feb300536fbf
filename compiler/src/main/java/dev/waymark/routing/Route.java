package dev.waymark.routing;

import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The way to a target.
 *
 * @param waypoint empty where traffic goes direct
 * @param label what decided; empty where no label was read
 * @param canary only beside a waypoint
 * @param ingress whether ingress gateways go through the waypoint too
 */
public record Route(
        ObjectRef target,
        Traffic traffic,
        Optional<ObjectName> waypoint,
        Reason reason,
        Optional<Decision> label,
        Optional<Canary> canary,
        boolean ingress) {
    /**
     * The label {@code istio.io/use-waypoint} that counts.
     *
     * @param object which carries it
     * @param wanted the waypoint that it names; empty for {@code none}
     */
    public record Decision(ObjectRef object, Optional<ObjectName> wanted, Optional<Span> at) {}

    /**
     * A second waypoint for some connections.
     *
     * @param weight percent; empty where it does not attach, and then {@code reason} says why
     */
    public record Canary(ObjectName waypoint, OptionalInt weight, Reason reason) {}

    static Route none(Target target, Traffic traffic, Reason reason, Optional<Decision> label) {
        return new Route(target.ref(), traffic, Optional.empty(), reason, label, Optional.empty(), false);
    }
}
