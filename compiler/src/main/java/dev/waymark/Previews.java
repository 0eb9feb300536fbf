package dev.waymark;

import dev.waymark.intent.FleetIntent;
import dev.waymark.lower.ApplicationSets;
import dev.waymark.lower.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What all meshes would be rendered to.
 *
 * @param sets what delivers all clusters of a fleet
 */
record Previews(List<Preview> meshes, List<Manifest> sets) {
    Previews {
        meshes = Collections.unmodifiableList(new ArrayList<>(meshes));
        sets = Collections.unmodifiableList(new ArrayList<>(sets));
    }

    static Previews of(List<Preview> meshes, Optional<FleetIntent> fleet) {
        return new Previews(
                meshes,
                fleet.filter(FleetIntent::applicationSets)
                        .map(asking -> ApplicationSets.of(
                                asking.name().value(),
                                meshes.stream()
                                        .flatMap(mesh -> mesh.lowering().applications().stream())
                                        .toList(),
                                FleetNames.SETS))
                        .orElse(List.of()));
    }
}
