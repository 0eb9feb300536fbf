package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.Flag;
import dev.waymark.kube.Kind;
import dev.waymark.mesh.Consumer;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Waypoint;
import java.util.stream.Stream;

/**
 * WM2020: services of a global waypoint are global too, by a label that only a Service has (istio {@code
 * services.go:matchServiceScope}).
 */
final class LocalConsumer implements Check {
    @Override
    public Stream<Diagnostic> find(Mesh mesh) {
        return mesh.waypoints().stream()
                .flatMap(waypoint -> waypoint.intent().global().filter(Flag::value).stream()
                        .flatMap(global -> find(waypoint, global)));
    }

    private static Stream<Diagnostic> find(Waypoint waypoint, Flag global) {
        return Stream.concat(waypoint.consumers().stream(), waypoint.guests().stream())
                .filter(LocalConsumer::isLocal)
                .map(consumer -> Diagnostic.of(Code.GLOBAL_AND_LOCAL, waypoint.name(), consumer.target())
                        .at(consumer.span(), "local")
                        .and(global.span(), "global"));
    }

    private static boolean isLocal(Consumer consumer) {
        Kind kind = consumer.target().kind();
        return kind == Kind.NAMESPACE || kind == Kind.SERVICE_ENTRY;
    }
}
