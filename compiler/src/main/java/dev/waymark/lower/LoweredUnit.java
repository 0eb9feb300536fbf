package dev.waymark.lower;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.FullNamespace;
import dev.waymark.kube.Ordered;
import dev.waymark.kube.PartialObject;
import dev.waymark.kube.Resource;
import dev.waymark.lock.Lingering;
import dev.waymark.mesh.External;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Waypoint;
import dev.waymark.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a unit's folder will hold, with what lingers there.
 *
 * @param deliveries the objects by which a delivery tool applies the layers
 */
public record LoweredUnit(
        String name,
        List<LoweredWaypoint> waypoints,
        List<Sourced<FullNamespace>> namespaces,
        List<External> externals,
        List<Sourced<PartialObject>> partials,
        List<ComponentFolder> components,
        List<Resource> deliveries,
        SortedSet<Lingering> lingering) {
    /** A waypoint, and whom its listener will admit. */
    public record LoweredWaypoint(Waypoint waypoint, AllowedRoutes admits) {}

    /** A document and the line that it is rendered for; none for what lingers. */
    public record Sourced<T>(T document, Optional<Span> source) {}

    /** The Component of one object, by its folder in the unit's; one without an object has no patches. */
    public record ComponentFolder(String path, Optional<LabelledObject> object) {}

    /** The same, with the objects that deliver it. */
    LoweredUnit delivered(List<Resource> by) {
        return new LoweredUnit(name, waypoints, namespaces, externals, partials, components, by, lingering);
    }

    public LoweredUnit {
        waypoints = Ordered.list(waypoints);
        namespaces = Ordered.list(namespaces);
        externals = Ordered.list(externals);
        partials = Ordered.list(partials);
        components = Ordered.list(components);
        deliveries = Ordered.list(deliveries);
        lingering = Collections.unmodifiableSortedSet(new TreeSet<>(lingering));
    }
}
