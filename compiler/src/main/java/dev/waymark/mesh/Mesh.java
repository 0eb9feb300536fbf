package dev.waymark.mesh;

import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.Ordered;
import java.util.List;
import java.util.Optional;

/**
 * All that is to be rendered; every list is sorted, so that the order of the inputs is forgotten here.
 *
 * @param rootNamespace whose policies hold for all namespaces, if an intent states it
 * @param cluster the cluster of a fleet that it is for
 */
public record Mesh(
        IstioVersion istioVersion,
        Optional<String> rootNamespace,
        Delivery delivery,
        Optional<String> cluster,
        List<Unit> units) {
    /**
     * What one folder of the output holds.
     *
     * @param name of the folder
     */
    public record Unit(String name, List<Waypoint> waypoints, List<External> externals, List<LabelledObject> objects) {
        public Unit {
            waypoints = Ordered.list(waypoints);
            externals = Ordered.list(externals);
            objects = Ordered.list(objects);
        }

        /** A unit that says nothing. */
        public static Unit empty(String name) {
            return new Unit(name, List.of(), List.of(), List.of());
        }
    }

    public Mesh {
        units = Ordered.list(units);
    }

    /** The same mesh, for a cluster of a fleet. */
    public Mesh in(String fleetCluster) {
        return new Mesh(istioVersion, rootNamespace, delivery, Optional.of(fleetCluster), units);
    }

    /** The same mesh, whose Applications the fleet renders. */
    public Mesh collected() {
        Delivery other = delivery instanceof Delivery.Argo argo ? argo.collected() : delivery;
        return new Mesh(istioVersion, rootNamespace, other, cluster, units);
    }

    public List<Waypoint> waypoints() {
        return units.stream().flatMap(unit -> unit.waypoints().stream()).toList();
    }

    public List<LabelledObject> objects() {
        return units.stream().flatMap(unit -> unit.objects().stream()).toList();
    }
}
