package dev.waymark.review;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.review.Change.Difference;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a target has of the waypoint that it had, and of the one that it has: lost, moved, gained, and the like. */
final class RouteEffects implements Detector {
    private static final String NO_CANARY = "none";

    @Override
    public Stream<Effect> find(Change change) {
        Causes causes = Causes.of(change);
        return change.differing().flatMap(route -> effects(change, route, causes).stream());
    }

    private static List<Effect> effects(Change change, RouteChange route, Causes causes) {
        Affected target = Affected.of(route.target());
        Optional<Effect.Cause> cause = causes.of(route);
        List<Effect> effects = new ArrayList<>();
        rule(route).ifPresent(rule -> effects.add(change.effect(rule, target, difference(rule, route), cause)));
        if (isUnprotected(change, route)) {
            Difference difference = new Difference(
                    route.from().words(),
                    route.to().words(),
                    Wording.of(
                            route.subject()
                                    + " may be sent to {} before it is there, and goes direct until then: nothing"
                                    + " makes the label wait for the Gateway",
                            route.name(),
                            route.waypointAfter().orElseThrow()));
            effects.add(change.effect(EffectRule.UNPROTECTED_WHILE_SWITCHING, target, difference, cause));
        }
        ingress(route)
                .ifPresent(rule -> effects.add(change.effect(
                        rule,
                        target,
                        ingress(rule, route),
                        causes.label(route, IstioLabels.INGRESS_USE_WAYPOINT).or(() -> cause))));
        return effects;
    }

    private static Optional<EffectRule> rule(RouteChange route) {
        Way from = route.from();
        Way to = route.to();
        if (from.equals(to)) {
            return Optional.empty();
        }
        if (from.ends(to)) {
            boolean chosen = route.after()
                    .filter(now -> now.reason() == Reason.OPTED_OUT)
                    .isPresent();
            return Optional.of(chosen ? EffectRule.OPT_OUT : EffectRule.LOST);
        }
        if (to.ends(from)) {
            return Optional.of(EffectRule.GAINED);
        }
        return Optional.of(route.isExternal() ? EffectRule.EXTERNAL_REROUTED : EffectRule.MOVED);
    }

    private static Difference difference(EffectRule rule, RouteChange route) {
        Optional<String> before = route.from().words();
        Optional<String> after = route.to().words();
        return switch (rule) {
            case OPT_OUT ->
                new Difference(
                        before,
                        Optional.empty(),
                        Wording.of(
                                route.subject()
                                        + " went through {} and opts out of it by `none`: calls go straight to it",
                                route.name(),
                                before.orElse("")));
            case LOST -> new Difference(before, Optional.empty(), lost(route));
            case GAINED -> new Difference(Optional.empty(), after, gained(route));
            default -> new Difference(before, after, moved(route));
        };
    }

    private static Wording moved(RouteChange route) {
        if (route.waypointBefore().equals(route.waypointAfter())) {
            return Wording.of(
                    "calls to {} go through {}; beside it go {} now, and {} before",
                    route.name(),
                    route.waypointAfter().orElseThrow(),
                    route.to().canary().orElse(NO_CANARY),
                    route.from().canary().orElse(NO_CANARY));
        }
        return Wording.of(
                route.subject() + " goes through {} and no longer through {}" + unsure(route.to()),
                route.name(),
                route.to().words().orElse(""),
                route.from().words().orElse(""));
    }

    private static Wording gained(RouteChange route) {
        return Wording.of(
                route.subject() + " goes through {}" + unsure(route.to()),
                route.name(),
                route.to().words().orElse(""));
    }

    private static String unsure(Way way) {
        return way.sure() ? "" : ", if that exists: its Gateway is not shown here";
    }

    private static Wording lost(RouteChange route) {
        String start = route.subject() + " went through {} and goes through no waypoint now: ";
        String before = route.from().words().orElse("");
        Reason reason = route.after().map(Route::reason).orElse(Reason.NOT_ENROLLED);
        Optional<ObjectName> wanted = route.after().flatMap(Route::label).flatMap(Decision::wanted);
        String why = switch (reason) {
            case NOT_READY -> "its label names {}, which does not exist";
            case DENIED -> "{} does not admit it";
            case UNSUPPORTED_TRAFFIC -> "{} does not take such traffic";
            case CROSS_NAMESPACE -> "it may not name {}, which lies in another namespace";
            case UNKNOWN -> "its label names {}, which is not shown here any more";
            default -> "";
        };
        return wanted.isPresent() && !why.isEmpty()
                ? Wording.of(start + why, route.name(), before, wanted.get())
                : Wording.of(start + "no label names one", route.name(), before);
    }

    /** The label moves while its new waypoint is not there yet, and no order of ours holds it back. */
    private static boolean isUnprotected(Change change, RouteChange route) {
        Optional<ObjectName> to = route.waypointAfter();
        boolean moves = route.waypointBefore().isPresent()
                && to.isPresent()
                && route.to().sure()
                && !to.equals(route.waypointBefore());
        return moves
                && !change.before().view().gateways().containsKey(to.get())
                && route.after()
                        .flatMap(Route::label)
                        .filter(label -> change.after().state().ordered().contains(label.object()))
                        .isEmpty();
    }

    private static Optional<EffectRule> ingress(RouteChange route) {
        if (route.ingressBefore() == route.ingressAfter()) {
            return Optional.empty();
        }
        return Optional.of(route.ingressAfter() ? EffectRule.INGRESS_START : EffectRule.INGRESS_STOP);
    }

    private static Difference ingress(EffectRule rule, RouteChange route) {
        Optional<String> before = route.from().words().filter(words -> route.ingressBefore());
        Optional<String> after = route.to().words().filter(words -> route.ingressAfter());
        Wording message = rule == EffectRule.INGRESS_START
                ? Wording.of("ingress gateways go through {} on their way to {}", after.orElse(""), route.name())
                : Wording.of("ingress gateways go past {} on their way to {}", before.orElse(""), route.name());
        return new Difference(before, after, message);
    }
}
