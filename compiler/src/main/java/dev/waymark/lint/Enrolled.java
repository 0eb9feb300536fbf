package dev.waymark.lint;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Route;
import dev.waymark.routing.Target;
import dev.waymark.source.Span;

/**
 * An object whose own label {@code istio.io/use-waypoint} names a waypoint; a Namespace stands for the services in it.
 *
 * @param wanted the waypoint that it names
 * @param label where that stands
 * @param route what istiod makes of it
 */
record Enrolled(Target carrier, ObjectName wanted, Span label, Route route) {
    ObjectRef object() {
        return carrier.ref();
    }

    boolean isNamespace() {
        return object().kind() == Kind.NAMESPACE;
    }

    /** {@code every service of namespace shop}, {@code service shop/cart}. */
    String words() {
        return (isNamespace() ? "every service of " : "") + object();
    }
}
