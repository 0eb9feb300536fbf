package dev.waymark.mesh;

import dev.waymark.intent.ExternalIntent;
import dev.waymark.kube.IpSyntax;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectName;
import java.util.SortedMap;

/**
 * An external with the marks of its waypoint.
 *
 * @param resolution stated, or derived from the endpoints
 * @param istioVersion of the mesh that it is for
 */
public record External(
        ObjectName name,
        String unit,
        Resolution resolution,
        Marks marks,
        IstioVersion istioVersion,
        ExternalIntent intent) {
    public SortedMap<String, String> labels() {
        return marks.labels();
    }

    /** Whether it is outside of the mesh, as it is unless somebody says otherwise. */
    public boolean isOutside() {
        return intent.location().stream().noneMatch(location -> location.value().equals("MESH_INTERNAL"));
    }

    /**
     * Whether istiod allocates addresses for its hosts (istio {@code
     * pilot/pkg/networking/serviceentry/ip_autoallocation.go}).
     */
    public boolean isAllocated() {
        return resolution != Resolution.NONE
                && intent.addresses().isEmpty()
                && intent.labels().stream()
                        .noneMatch(label -> label.key().value().equals(IstioLabels.ALLOCATE_ADDRESS)
                                && label.value().value().equalsIgnoreCase("false"));
    }

    /** Whether this version of istiod publishes an entry with such an address. */
    public boolean takes(String address) {
        return istioVersion.isAtLeast(IstioVersion.ADDRESS_RANGES) || !IpSyntax.isWide(address);
    }
}
