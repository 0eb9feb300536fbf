package dev.waymark.routing;

import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A mesh as far as it is known, indexed by what the model asks for.
 *
 * @param targets services, entries and workloads, sorted
 */
public record MeshView(
        IstioVersion istioVersion,
        Coverage coverage,
        MeshConfig config,
        SortedMap<String, NamespaceView> namespaces,
        SortedMap<ObjectName, GatewayView> gateways,
        SortedMap<String, GatewayClassView> gatewayClasses,
        SortedMap<ObjectRef, Target> targets) {
    public MeshView {
        namespaces = Collections.unmodifiableSortedMap(namespaces);
        gateways = Collections.unmodifiableSortedMap(gateways);
        gatewayClasses = Collections.unmodifiableSortedMap(gatewayClasses);
        targets = Collections.unmodifiableSortedMap(targets);
    }

    Optional<NamespaceView> namespace(String name) {
        return Optional.ofNullable(namespaces.get(name));
    }

    /** istiod panics where it meets a selector before the Namespace; that has the label with its name at least. */
    public NamespaceView namespaceOrUnstated(String name) {
        boolean whole = coverage == Coverage.COMPLETE;
        return namespace(name)
                .orElseGet(() -> new NamespaceView(name, Labels.NONE, Labels.NONE, whole, Optional.empty()));
    }

    public Optional<GatewayView> gateway(ObjectName name) {
        return Optional.ofNullable(gateways.get(name));
    }

    public Optional<GatewayClassView> gatewayClass(GatewayView gateway) {
        return Optional.ofNullable(gatewayClasses.get(gateway.className()));
    }

    /** Whether the service of a host exists that has an address. */
    boolean hasService(ObjectName name) {
        return targets.get(new ObjectRef(Kind.SERVICE, name.namespace(), name.name())) instanceof ServiceView service
                && service.form() != ServiceView.Form.EXTERNAL_NAME;
    }

    /** The namespaces in which somebody declares a waypoint: what is missing there is known to be missing. */
    Set<String> waypointNamespaces() {
        return gateways.values().stream()
                .filter(GatewayView::isWaypoint)
                .map(gateway -> gateway.name().namespace())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The namespaces of which something is known that traffic can be addressed to. */
    Set<String> memberNamespaces() {
        return targets.keySet().stream().map(ObjectRef::namespace).collect(Collectors.toCollection(HashSet::new));
    }
}
