package dev.waymark.review;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.ObjectName;
import dev.waymark.review.Change.Difference;
import dev.waymark.review.Effect.Cause;
import dev.waymark.routing.Admission;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.MeshView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may attach to a waypoint, namespace by namespace as far as those are known. */
final class AccessEffects implements Detector {
    private static final String ALL = "All";
    private static final String EVERYONE = "all namespaces";

    /** What both sides say of one waypoint that both have. */
    private record Pair(Change change, GatewayView old, GatewayView now) {
        MeshView before() {
            return change.before().view();
        }

        MeshView after() {
            return change.after().view();
        }

        AllowedRoutes allowedBefore() {
            return Admission.allowed(old, before().gatewayClass(old));
        }

        AllowedRoutes allowedAfter() {
            return Admission.allowed(now, after().gatewayClass(now));
        }

        ObjectName name() {
            return now.name();
        }

        Optional<Cause> cause() {
            return Causes.either(Causes.listener(now, after()), Optional.empty());
        }

        /** All namespaces whose admission may differ. */
        SortedSet<String> namespaces() {
            SortedSet<String> names = new TreeSet<>(named(allowedBefore()));
            names.addAll(named(allowedAfter()));
            names.add(name().namespace());
            if (goesByLabels(allowedBefore()) || goesByLabels(allowedAfter())) {
                names.addAll(change.namespaces(allowedBefore().equals(allowedAfter())));
            }
            return names;
        }

        /** Whether all namespaces are known that there are. */
        boolean isComplete() {
            return before().coverage() == Coverage.COMPLETE && after().coverage() == Coverage.COMPLETE;
        }
    }

    @Override
    public Stream<Effect> find(Change change) {
        return change.newWaypoints().values().stream().flatMap(gateway -> {
            GatewayView before = change.oldWaypoints().get(gateway.name());
            return before == null ? added(change, gateway) : changed(new Pair(change, before, gateway));
        });
    }

    private static Stream<Effect> added(Change change, GatewayView gateway) {
        MeshView view = change.after().view();
        boolean open = isOpen(Admission.allowed(gateway, view.gatewayClass(gateway)));
        return open
                ? Stream.of(everyone(
                        change,
                        gateway,
                        Optional.empty(),
                        Causes.either(Causes.listener(gateway, view), Optional.empty())))
                : Stream.empty();
    }

    private static boolean isOpen(AllowedRoutes allowed) {
        return allowed.from().equals(ALL);
    }

    private static Effect everyone(Change change, GatewayView gateway, Optional<String> before, Optional<Cause> cause) {
        return change.effect(
                EffectRule.ADMITS_EVERYONE,
                Affected.waypoint(gateway.name()),
                new Difference(
                        before,
                        Optional.of(EVERYONE),
                        Wording.of("the waypoint {} admits every namespace of the mesh", gateway.name())),
                cause);
    }

    private static Stream<Effect> changed(Pair pair) {
        AllowedRoutes before = pair.allowedBefore();
        AllowedRoutes after = pair.allowedAfter();
        if (isOpen(before) && isOpen(after)) {
            return Stream.empty();
        }
        if (isOpen(after)) {
            return Stream.of(everyone(pair.change(), pair.now(), Optional.of(words(before, pair)), pair.cause()));
        }
        if (isOpen(before)) {
            return Stream.of(ofGateway(pair, EffectRule.ACCESS_NARROWED, EVERYONE, words(after, pair)));
        }
        List<Effect> effects = new ArrayList<>();
        pair.namespaces().forEach(namespace -> ofNamespace(pair, namespace).ifPresent(effects::add));
        if (!pair.isComplete() && !before.equals(after)) {
            if (goesByLabels(after)) {
                effects.add(ofGateway(pair, EffectRule.ACCESS_WIDENED, words(before, pair), words(after, pair)));
            }
            if (goesByLabels(before)) {
                effects.add(ofGateway(pair, EffectRule.ACCESS_NARROWED, words(before, pair), words(after, pair)));
            }
        }
        return effects.stream();
    }

    private static Optional<Effect> ofNamespace(Pair pair, String namespace) {
        Optional<Boolean> before = admits(pair.old(), pair.before(), namespace);
        Optional<Boolean> after = admits(pair.now(), pair.after(), namespace);
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return Optional.empty();
        }
        Affected target = new Affected("Namespace", namespace, namespace);
        String waypoint = pair.name().toString();
        return Optional.of(
                after.get()
                        ? pair.change()
                                .effect(
                                        EffectRule.ACCESS_WIDENED,
                                        target,
                                        Difference.come(
                                                waypoint,
                                                Wording.of(
                                                        "the objects of {} may use {} now", target.words(), waypoint)),
                                        pair.cause())
                        : pair.change()
                                .effect(
                                        EffectRule.ACCESS_NARROWED,
                                        target,
                                        Difference.gone(
                                                waypoint,
                                                Wording.of(
                                                        "the objects of {} may no longer use {}",
                                                        target.words(),
                                                        waypoint)),
                                        pair.cause()));
    }

    private static Optional<Boolean> admits(GatewayView gateway, MeshView view, String namespace) {
        return Admission.admits(gateway, view.gatewayClass(gateway), view.namespaceOrUnstated(namespace));
    }

    private static Effect ofGateway(Pair pair, EffectRule rule, String before, String after) {
        String other = rule == EffectRule.ACCESS_WIDENED ? "others than before" : "fewer than before";
        return pair.change()
                .effect(
                        rule,
                        Affected.waypoint(pair.name()),
                        Difference.of(
                                before,
                                after,
                                Wording.of(
                                        "the waypoint {} may admit " + other + ": {} instead of {}",
                                        pair.name(),
                                        after,
                                        before)),
                        pair.cause());
    }

    private static String words(AllowedRoutes allowed, Pair pair) {
        return switch (allowed.from()) {
            case ALL -> EVERYONE;
            case "Selector" ->
                allowed.selector()
                        .map(selector -> goesByLabels(selector)
                                ? "namespaces with the labels " + selector
                                : named(allowed).size() == 1
                                        ? "namespace " + named(allowed).get(0)
                                        : "namespaces " + String.join(", ", named(allowed)))
                        .orElse("no namespace");
            default -> "namespace " + pair.name().namespace();
        };
    }

    private static List<String> named(AllowedRoutes allowed) {
        List<String> names = new ArrayList<>();
        allowed.selector().ifPresent(selector -> {
            Optional.ofNullable(selector.matchLabels().get(IstioLabels.NAMESPACE_NAME))
                    .ifPresent(names::add);
            selector.matchExpressions().stream()
                    .filter(requirement -> requirement.key().equals(IstioLabels.NAMESPACE_NAME))
                    .forEach(requirement -> names.addAll(requirement.values()));
        });
        return names;
    }

    /** Whether it depends on labels that any namespace may have. */
    private static boolean goesByLabels(AllowedRoutes allowed) {
        return allowed.selector().filter(AccessEffects::goesByLabels).isPresent();
    }

    private static boolean goesByLabels(LabelSelector selector) {
        return selector.matchLabels().keySet().stream().anyMatch(key -> !key.equals(IstioLabels.NAMESPACE_NAME))
                || selector.matchExpressions().stream()
                        .anyMatch(requirement -> !requirement.key().equals(IstioLabels.NAMESPACE_NAME)
                                || !requirement.operator().equals("In"))
                || (selector.matchLabels().isEmpty()
                        && selector.matchExpressions().isEmpty());
    }
}
