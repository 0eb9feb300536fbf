package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.AdmitsIntent;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/** WM2012: a waypoint that is open to all. */
final class AdmitsEveryone implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        return mesh.waypoints().stream()
                .flatMap(waypoint -> waypoint.intent().admits().stream()
                        .filter(AdmitsIntent.Everyone.class::isInstance)
                        .map(everyone -> Diagnostic.of(Code.ADMITS_EVERYONE, waypoint.name())
                                .at(everyone.span())));
    }
}
