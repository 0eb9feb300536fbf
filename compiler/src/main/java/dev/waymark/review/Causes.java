package dev.waymark.review;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.review.Effect.Cause;
import dev.waymark.routing.Admission;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Decision;
import dev.waymark.routing.Target;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the line that is to blame for a difference: what was added or changed, else what was removed. */
record Causes(MeshView before, MeshView after) {
    static Causes of(Change change) {
        return new Causes(change.before().view(), change.after().view());
    }

    /** The label of the target, or where that is the same on both sides, the Gateway that it names. */
    Optional<Cause> of(RouteChange change) {
        Optional<Decision> old = change.before().flatMap(Route::label);
        Optional<Decision> now = change.after().flatMap(Route::label);
        if (isSame(old, now)) {
            if (change.waypointBefore().equals(change.waypointAfter())) {
                return label(change, IstioLabels.USE_WAYPOINT_CANARY)
                        .or(() -> label(change, IstioLabels.CANARY_WEIGHT))
                        .or(() -> either(now.flatMap(Decision::at), old.flatMap(Decision::at)));
            }
            return now.flatMap(Decision::wanted)
                    .flatMap(this::gateway)
                    .or(() -> either(now.flatMap(Decision::at), old.flatMap(Decision::at)));
        }
        return isOwn(old, change.target()) && !isOwn(now, change.target())
                ? either(Optional.empty(), old.flatMap(Decision::at))
                        .or(() -> either(now.flatMap(Decision::at), Optional.empty()))
                : either(now.flatMap(Decision::at), old.flatMap(Decision::at));
    }

    /** Where a label or annotation stands that decides about a target: on it, or on its namespace. */
    Optional<Cause> label(RouteChange change, String key) {
        return either(place(after, change.target(), key), place(before, change.target(), key));
    }

    private static Optional<Span> place(MeshView view, ObjectRef target, String key) {
        Optional<Target> namespace = Optional.ofNullable(view.namespaces().get(target.namespace()));
        return Stream.concat(Optional.ofNullable(view.targets().get(target)).stream(), namespace.stream())
                .flatMap(found ->
                        found.labels().place(key).or(() -> found.annotations().place(key)).stream())
                .findFirst();
    }

    private static boolean isSame(Optional<Decision> old, Optional<Decision> now) {
        return old.isPresent()
                && now.isPresent()
                && old.get().object().equals(now.get().object())
                && old.get().wanted().equals(now.get().wanted());
    }

    private static boolean isOwn(Optional<Decision> label, ObjectRef target) {
        return label.filter(found -> found.object().equals(target)).isPresent();
    }

    /** Where a Gateway says whom it admits, or where it stood. */
    private Optional<Cause> gateway(ObjectName name) {
        return either(
                after.gateway(name).flatMap(found -> listener(found, after)),
                before.gateway(name).flatMap(GatewayView::span));
    }

    static Optional<Span> listener(GatewayView gateway, MeshView view) {
        return Admission.listener(gateway, view.gatewayClass(gateway))
                .flatMap(GatewayView.Listener::span)
                .or(gateway::span);
    }

    static Optional<Cause> either(Optional<Span> now, Optional<Span> before) {
        return now.map(span -> new Cause(span, false)).or(() -> before.map(span -> new Cause(span, true)));
    }
}
