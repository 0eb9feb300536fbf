package dev.waymark.routing;

import dev.waymark.kube.IpSyntax;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.EntryVisibility.Level;
import java.util.Optional;

/** What istiod publishes of ServiceEntries (istio {@code services.go}: serviceEntriesInfo, selectWorkloadServices). */
record Publication(MeshView view) {
    /** Whether a host is left that no Service of the namespace has, somebody sees it, and this version can publish it. */
    boolean isPublished(ServiceEntryView entry) {
        boolean ranges = view.istioVersion().isAtLeast(IstioVersion.ADDRESS_RANGES);
        return entry.hosts().stream()
                        .anyMatch(host -> !isTaken(host, entry.ref().namespace()))
                && (ranges || entry.addresses().stream().noneMatch(IpSyntax::isWide))
                && visibility(entry).filter(Level.NONE::equals).isEmpty();
    }

    private boolean isTaken(String host, String namespace) {
        String suffix = "." + namespace + ".svc." + view.config().domain();
        return host.endsWith(suffix)
                && view.hasService(new ObjectName(namespace, host.substring(0, host.length() - suffix.length())));
    }

    /**
     * Why an entry may not use a waypoint of another namespace, to which it would then be shown (istio {@code
     * waypoints.go}: fetchWaypointForService).
     */
    Optional<Reason> forbidden(ServiceEntryView entry) {
        Optional<Level> level = visibility(entry);
        if (level.isEmpty()) {
            return Optional.of(Reason.UNKNOWN);
        }
        return level.get() == Level.PUBLIC ? Optional.empty() : Optional.of(Reason.CROSS_NAMESPACE);
    }

    /** Empty where it depends on labels that are not known. */
    private Optional<Level> visibility(ServiceEntryView entry) {
        if (!view.istioVersion().isAtLeast(IstioVersion.ENTRY_VISIBILITY)) {
            return Optional.of(Level.PUBLIC);
        }
        String namespace = entry.ref().namespace();
        NamespaceView known = view.namespaceOrUnstated(namespace);
        return view.config().visibility().of(known);
    }
}
