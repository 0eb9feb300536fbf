package dev.waymark.lock;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.ObjectName;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What earlier renders left in a directory, unit by unit: those that are rendered now, and those that are taken back. */
public final class Past {
    public static final Past NONE = new Past(new TreeMap<>());

    private final SortedMap<String, PastUnit> units;
    private final Map<ObjectName, AllowedRoutes> admissions = new HashMap<>();
    private final Set<Lingering> lingering = new HashSet<>();

    public Past(SortedMap<String, PastUnit> units) {
        this.units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        units.values().forEach(unit -> {
            admissions.putAll(unit.admissions());
            lingering.addAll(unit.lock().lingering());
        });
    }

    public SortedMap<String, PastUnit> units() {
        return units;
    }

    public PastUnit unit(String name) {
        return units.getOrDefault(name, PastUnit.NONE);
    }

    /** What the listener of a waypoint said, whichever unit it was in. */
    public Optional<AllowedRoutes> admission(ObjectName waypoint) {
        return Optional.ofNullable(admissions.get(waypoint));
    }

    /** Whether something lingered before, in whichever unit. */
    public boolean lingered(Lingering what) {
        return lingering.contains(what);
    }
}
