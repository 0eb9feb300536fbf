package dev.waymark.mesh;

import dev.waymark.mesh.Model.Admits;
import dev.waymark.mesh.Model.Canary;
import dev.waymark.mesh.Model.Claim;
import dev.waymark.mesh.Model.Expression;
import dev.waymark.mesh.Model.Form;
import dev.waymark.mesh.Model.Target;
import dev.waymark.mesh.Model.Waypoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The routes that a model means, whatever labels it takes. */
record WantedRoutes(Model model) {
    Route of(Target target) {
        Optional<Claim> own = model.serving(target);
        if (own.isPresent()) {
            Claim claim = own.get();
            return claim.waypoint().equals(Model.NONE)
                    ? Route.none("OptedOut")
                    : through(claim.waypoint(), target, false);
        }
        return model.serving(namespace(target))
                .map(claim -> through(claim.waypoint(), target, true))
                .orElse(Route.none("NotEnrolled"));
    }

    private static Target namespace(Target target) {
        return Target.namespace(target.namespace());
    }

    /** @param inherited whether it is the namespace that says so, which enrolls pods by the way only */
    private Route through(String reference, Target target, boolean inherited) {
        Optional<Waypoint> declared = model.waypoint(reference);
        if (declared.isEmpty()) {
            return Route.to(reference, Optional.empty(), ingress(target));
        }
        Waypoint waypoint = declared.get();
        if (!admits(waypoint, target.namespace())) {
            return Route.none("AttachmentDenied");
        }
        if (!waypoint.takes(target)) {
            return Route.none(inherited && target.isWorkload() ? "NotEnrolled" : "UnsupportedTrafficType");
        }
        return Route.to(reference, canary(waypoint, target), ingress(target));
    }

    private Optional<Canary> canary(Waypoint waypoint, Target target) {
        return waypoint.options()
                .canary()
                .filter(canary -> !target.isWorkload())
                .filter(canary -> model.waypoint(canary.waypoint())
                        .map(other -> other.serves() && admits(other, target.namespace()))
                        .orElse(true));
    }

    /** What the entry says, else its waypoint, else the same of the namespace. */
    private boolean ingress(Target target) {
        return !target.isWorkload()
                && model.serving(target)
                        .flatMap(this::ingress)
                        .or(() -> model.serving(namespace(target)).flatMap(this::ingress))
                        .orElse(false);
    }

    private Optional<Boolean> ingress(Claim claim) {
        return claim.consumer()
                .ingress()
                .or(() -> model.waypoint(claim.waypoint())
                        .flatMap(waypoint -> waypoint.options().ingress()));
    }

    /** Whether a waypoint lets a namespace in with the labels that this one really has. */
    boolean admits(Waypoint waypoint, String namespace) {
        List<Waypoint> primaries = model.units().stream()
                .filter(unit -> unit.waypoints().contains(waypoint))
                .flatMap(unit -> unit.waypoints().stream())
                .filter(each -> each.hasCanary(waypoint))
                .toList();
        return primaries.isEmpty()
                ? admitsItself(waypoint, namespace)
                : names(waypoint, namespace) || primaries.stream().anyMatch(each -> admitsItself(each, namespace));
    }

    /** The same, without what it lets in as a canary of another one. */
    boolean admitsItself(Waypoint waypoint, String namespace) {
        boolean nobody = waypoint.consumers().isEmpty() && waypoint.admits().form() == Form.NOBODY;
        return names(waypoint, namespace) || (nobody && namespace.equals(waypoint.namespace()));
    }

    private boolean names(Waypoint waypoint, String namespace) {
        Admits admits = waypoint.admits();
        boolean consumes = waypoint.consumers().stream()
                .anyMatch(each -> each.target().namespace().equals(namespace));
        return switch (admits.form()) {
            case ALL -> true;
            case SELECTOR -> matches(admits, model.cluster().getOrDefault(namespace, new TreeMap<>()));
            case NAMESPACES, NOBODY -> consumes || admits.namespaces().contains(namespace);
        };
    }

    private static boolean matches(Admits admits, Map<String, String> labels) {
        return labels.entrySet().containsAll(admits.labels().entrySet())
                && admits.expressions().stream()
                        .allMatch(each -> holds(each, Optional.ofNullable(labels.get(each.key()))));
    }

    private static boolean holds(Expression expression, Optional<String> value) {
        boolean listed = value.filter(expression.values()::contains).isPresent();
        return switch (expression.operator()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> value.isPresent();
            default -> value.isEmpty();
        };
    }
}
