package dev.waymark.intent;

import java.util.List;

/**
 * One document.
 *
 * @param unit its {@code metadata.name}: documents of one name form one unit
 */
public record MeshIntent(
        Text unit,
        MeshSettings mesh,
        DeliveryIntent delivery,
        List<NamespaceIntent> namespaces,
        List<WaypointIntent> waypoints,
        List<ExternalIntent> externals,
        List<EnrollmentIntent> enrollments,
        List<ConsumerIntent> optOuts) {
    /** The same document, delivered in another way. */
    public MeshIntent delivered(DeliveryIntent other) {
        return new MeshIntent(unit, mesh, other, namespaces, waypoints, externals, enrollments, optOuts);
    }
}
