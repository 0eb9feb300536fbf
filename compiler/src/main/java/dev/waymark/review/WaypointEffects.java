package dev.waymark.review;

import dev.waymark.inventory.Fields;
import dev.waymark.inventory.ObjectId;
import dev.waymark.kube.Gateway;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.review.Change.Difference;
import dev.waymark.routing.GatewayView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Waypoints that come, go, take other traffic or are run in another way. */
final class WaypointEffects implements Detector {
    /** How the ConfigMap of a waypoint's options is named behind it. */
    private static final String OPTIONS = "-options";

    @Override
    public Stream<Effect> find(Change change) {
        List<Effect> effects = new ArrayList<>();
        change.newWaypoints().forEach((name, gateway) -> {
            GatewayView before = change.oldWaypoints().get(name);
            if (before == null) {
                effects.add(added(change, gateway));
            } else {
                compare(change, before, gateway, effects);
            }
        });
        change.oldWaypoints().forEach((name, gateway) -> {
            if (!change.newWaypoints().containsKey(name)) {
                effects.add(removed(change, gateway));
            }
        });
        return effects.stream();
    }

    private static Effect added(Change change, GatewayView gateway) {
        String type = change.after().state().routing().trafficType(gateway);
        return change.effect(
                EffectRule.WAYPOINT_ADDED,
                Affected.waypoint(gateway.name()),
                Difference.come(
                        gateway.name().toString(),
                        Wording.of("the waypoint {} appears, for {} traffic", gateway.name(), type)),
                Causes.either(gateway.span(), Optional.empty()));
    }

    private static Effect removed(Change change, GatewayView gateway) {
        return change.effect(
                EffectRule.WAYPOINT_REMOVED,
                Affected.waypoint(gateway.name()),
                Difference.gone(gateway.name().toString(), Wording.of("the waypoint {} disappears", gateway.name())),
                Causes.either(Optional.empty(), gateway.span()));
    }

    private static void compare(Change change, GatewayView before, GatewayView after, List<Effect> effects) {
        ObjectName name = after.name();
        String oldType = change.before().state().routing().trafficType(before);
        String newType = change.after().state().routing().trafficType(after);
        if (!oldType.equals(newType)) {
            effects.add(change.effect(
                    EffectRule.TRAFFIC_TYPE,
                    Affected.waypoint(name),
                    Difference.of(
                            oldType,
                            newType,
                            Wording.of("the waypoint {} takes {} traffic instead of {}", name, newType, oldType)),
                    Causes.either(after.labels().place(IstioLabels.WAYPOINT_FOR).or(after::span), Optional.empty())));
        }
        String aspects = String.join(", ", aspects(change, before, after));
        if (!aspects.isEmpty()) {
            effects.add(change.effect(
                    EffectRule.WAYPOINT_CHANGED,
                    Affected.waypoint(name),
                    new Difference(
                            Optional.empty(),
                            Optional.empty(),
                            Wording.of(
                                    "the waypoint {} is run in another way (" + aspects + "): its pods may be replaced",
                                    name)),
                    Causes.either(after.span(), Optional.empty())));
        }
    }

    /** What of a Gateway differs that says how it is run, rather than whom and what it takes. */
    private static List<String> aspects(Change change, GatewayView before, GatewayView after) {
        List<String> aspects = new ArrayList<>();
        if (!before.className().equals(after.className())) {
            aspects.add("class");
        }
        if (!labels(before).equals(labels(after))) {
            aspects.add("labels");
        }
        if (!before.annotations().values().equals(after.annotations().values())) {
            aspects.add("annotations");
        }
        if (!listeners(before).equals(listeners(after))) {
            aspects.add("listeners");
        }
        if (change.touched().fields(Affected.waypoint(after.name())).stream()
                .anyMatch(field -> field.pointer().contains("/spec/infrastructure/"))) {
            aspects.add("infrastructure");
        }
        if (hasOtherOptions(change, after.name())) {
            aspects.add("options");
        }
        return aspects;
    }

    private static boolean hasOtherOptions(Change change, ObjectName waypoint) {
        return Stream.of(change.before(), change.after())
                .flatMap(side -> options(side, waypoint))
                .distinct()
                .map(name -> new Affected("ConfigMap", waypoint.namespace(), name))
                .anyMatch(options -> !change.touched().fields(options).isEmpty());
    }

    /** The ConfigMap that a Gateway names, and the one that we would. */
    private static Stream<String> options(RouteTable side, ObjectName waypoint) {
        ObjectId id = new ObjectId(Gateway.GROUP, "Gateway", waypoint.namespace(), waypoint.name());
        Optional<String> named = Optional.ofNullable(
                        side.state().inventory().others().get(id))
                .flatMap(gateway -> Fields.text(gateway.root(), "spec", "infrastructure", "parametersRef", "name"));
        return Stream.concat(Stream.of(waypoint.name() + OPTIONS), named.stream());
    }

    private static SortedMap<String, String> labels(GatewayView gateway) {
        SortedMap<String, String> labels = new TreeMap<>(gateway.labels().values());
        labels.remove(IstioLabels.WAYPOINT_FOR);
        return labels;
    }

    private static List<String> listeners(GatewayView gateway) {
        return gateway.listeners().stream()
                .map(listener -> listener.protocol() + ":" + listener.port())
                .toList();
    }
}
