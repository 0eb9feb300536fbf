package dev.waymark.lock;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What earlier renders left in the folder of a unit.
 *
 * @param gateways waypoints, with whom their listeners admit
 * @param namespaces Namespaces that were rendered whole
 * @param partials objects of which a part was rendered
 * @param components folders of Components of one object, relative to the unit
 */
public record PastUnit(
        Lock lock,
        SortedMap<ObjectName, AllowedRoutes> gateways,
        SortedSet<String> namespaces,
        SortedSet<ObjectRef> partials,
        SortedSet<String> components) {
    public static final PastUnit NONE =
            new PastUnit(Lock.EMPTY, new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    public PastUnit {
        gateways = Collections.unmodifiableSortedMap(new TreeMap<>(gateways));
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
        partials = Collections.unmodifiableSortedSet(new TreeSet<>(partials));
        components = Collections.unmodifiableSortedSet(new TreeSet<>(components));
    }
}
