package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Once;
import dev.waymark.mesh.Consumer;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Waypoint;
import java.util.stream.Stream;

/** WM2002: enrolled from elsewhere, and not let in (istio {@code waypoints.go:AllowsAttachmentFromNamespace}). */
final class GuestDenied implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        return mesh.waypoints().stream().flatMap(GuestDenied::find);
    }

    private static Stream<Diagnostic> find(Waypoint waypoint) {
        return waypoint.guests().stream()
                .filter(guest -> waypoint.surelyDenies(guest.target().namespace()))
                .filter(Once.per(Consumer::span))
                .map(guest -> describe(waypoint, guest));
    }

    private static Diagnostic describe(Waypoint waypoint, Consumer guest) {
        Diagnostic diagnostic = Diagnostic.of(
                        Code.ATTACHMENT_DENIED,
                        guest.target(),
                        waypoint.name(),
                        guest.target().namespace())
                .at(guest.span(), "enrolled here");
        return waypoint.intent()
                .admits()
                .map(admits -> diagnostic.and(admits.span(), "admits only these"))
                .orElseGet(() -> diagnostic.and(waypoint.intent().name().span(), "admits only its own consumers"));
    }
}
