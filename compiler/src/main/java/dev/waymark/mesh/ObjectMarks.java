package dev.waymark.mesh;

import dev.waymark.intent.CanaryIntent;
import dev.waymark.intent.Flag;
import dev.waymark.intent.WaypointIntent;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.Kind;
import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derives the labels and annotations of an object from the claim that serves, from what its namespace is said to be, and
 * from a label in its manifest that would lead them astray.
 */
record ObjectMarks(
        Settings settings, Declarations declarations, NamespaceLabels namespaces, Claims claims, Inventory inventory) {
    Marks of(ObjectRef object) {
        SortedMap<String, String> labels = new TreeMap<>(namespaces.labelsOf(object));
        SortedMap<String, String> annotations = new TreeMap<>();
        claims.serving(object).ifPresent(claim -> {
            labels.putAll(labels(object, claim));
            canary(object, claim).ifPresent(canary -> {
                refer(object, Declarations.name(canary.waypoint()), IstioLabels.USE_WAYPOINT_CANARY, labels);
                annotations.put(IstioLabels.CANARY_WEIGHT, Integer.toString(canary.weight()));
            });
        });
        return new Marks(labels, annotations);
    }

    private SortedMap<String, String> labels(ObjectRef object, Claim claim) {
        SortedMap<String, String> labels = new TreeMap<>();
        if (claim.waypoint().isEmpty()) {
            labels.put(IstioLabels.USE_WAYPOINT, IstioLabels.NO_WAYPOINT);
            return labels;
        }
        refer(object, claim.waypoint().get(), IstioLabels.USE_WAYPOINT, labels);
        ingress(object, claim)
                .ifPresent(value -> labels.put(IstioLabels.INGRESS_USE_WAYPOINT, Boolean.toString(value)));
        boolean global = intent(claim)
                .flatMap(WaypointIntent::global)
                .filter(Flag::value)
                .isPresent();
        if (global && object.kind() == Kind.SERVICE) {
            labels.put(IstioLabels.GLOBAL, "true");
        }
        return labels;
    }

    /** The name of a waypoint, and its namespace where that is not the object's own or something else is said there. */
    private void refer(ObjectRef object, ObjectName waypoint, String key, SortedMap<String, String> labels) {
        String namespace = waypoint.namespace();
        labels.put(key, waypoint.name());
        if (!namespace.equals(object.namespace()) || isElsewhere(object, key + "-namespace", namespace)) {
            labels.put(key + "-namespace", namespace);
        }
    }

    /**
     * Whether an object of somebody else's names the namespace of another waypoint. In a cluster the right name may be ours,
     * over a wrong one that would come back: there it stays.
     */
    private boolean isElsewhere(ObjectRef object, String key, String namespace) {
        return !declarations.isOurs(object)
                && inventory
                        .target(object)
                        .flatMap(shown -> shown.labels().get(key))
                        .filter(stated -> !stated.equals(namespace) || inventory.isLive(object))
                        .isPresent();
    }

    private Optional<WaypointIntent> intent(Claim claim) {
        return claim.waypoint().flatMap(declarations::waypoint).map(Declarations.DeclaredWaypoint::intent);
    }

    /** {@code true} is written; {@code false} only where the namespace says otherwise, since it is what istiod does anyway. */
    private Optional<Boolean> ingress(ObjectRef object, Claim claim) {
        if (!object.kind().isService()) {
            return Optional.empty();
        }
        return stated(claim).filter(value -> value || overridesNamespace(object));
    }

    private Optional<Boolean> stated(Claim claim) {
        return claim.consumer()
                .ingress()
                .or(() -> intent(claim).flatMap(WaypointIntent::ingress).map(Flag::value));
    }

    private boolean overridesNamespace(ObjectRef object) {
        return object.kind() != Kind.NAMESPACE
                && claims.serving(ObjectRef.namespace(object.namespace()))
                        .flatMap(this::stated)
                        .orElse(false);
    }

    /** Only services have canaries (istio {@code waypoints.go}), and only while the canary serves. */
    private Optional<CanaryIntent> canary(ObjectRef object, Claim claim) {
        if (!object.kind().isService() || !settings.istioVersion().isAtLeast(IstioVersion.CANARY)) {
            return Optional.empty();
        }
        return intent(claim)
                .flatMap(WaypointIntent::canary)
                .filter(canary -> declarations
                        .waypoint(Declarations.name(canary.waypoint()))
                        .map(waypoint -> waypoint.phase() == Phase.SERVE)
                        .orElse(true));
    }
}
