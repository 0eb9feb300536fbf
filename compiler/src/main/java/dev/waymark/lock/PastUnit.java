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
 * @param waypoints those whose Gateways are there
 * @param admissions whom their listeners admit, as far as that is known
 * @param namespaces Namespaces that were rendered whole
 * @param partials objects of which a part was rendered
 * @param components folders of Components of one object, relative to the unit
 */
public record PastUnit(
        Lock lock,
        SortedSet<ObjectName> waypoints,
        SortedMap<ObjectName, AllowedRoutes> admissions,
        SortedSet<String> namespaces,
        SortedSet<ObjectRef> partials,
        SortedSet<String> components) {
    public static final PastUnit NONE = new PastUnit(
            Lock.EMPTY, new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    public PastUnit {
        waypoints = Collections.unmodifiableSortedSet(new TreeSet<>(waypoints));
        admissions = Collections.unmodifiableSortedMap(new TreeMap<>(admissions));
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
        partials = Collections.unmodifiableSortedSet(new TreeSet<>(partials));
        components = Collections.unmodifiableSortedSet(new TreeSet<>(components));
    }

    /** Whether something lingered here before. */
    public boolean lingered(Lingering what) {
        return lock.lingering().contains(what);
    }
}
