package dev.waymark.review;

import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lock.Lingering;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.MeshConfig;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Routing;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A mesh on one side of a comparison.
 *
 * @param cluster its name in a fleet
 * @param inventory what exists beside what is compared: policies and routes
 * @param ordered objects whose labels are delivered after the Gateways that they name
 * @param lingering what earlier renders left and is still there
 */
public record ClusterState(
        Optional<String> cluster,
        Routing routing,
        Inventory inventory,
        SortedSet<ObjectRef> ordered,
        SortedSet<Lingering> lingering) {
    public ClusterState {
        ordered = Collections.unmodifiableSortedSet(ordered);
        lingering = Collections.unmodifiableSortedSet(lingering);
    }

    /** A cluster that a side does not have. */
    static ClusterState none(Optional<String> cluster) {
        MeshView nothing = new MeshView(
                IstioVersion.NEWEST,
                Coverage.INTENTS,
                MeshConfig.DEFAULT,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
        return new ClusterState(cluster, new Routing(nothing), Inventory.NONE, new TreeSet<>(), new TreeSet<>());
    }

    MeshView view() {
        return routing.view();
    }
}
