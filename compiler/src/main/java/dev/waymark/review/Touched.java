package dev.waymark.review;

import dev.waymark.review.ManifestChange.FieldChange;
import dev.waymark.review.ManifestDiff.FileDifference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a cluster whose manifests differ, by their names in sentences, and in which fields they do. */
final class Touched {
    private final Map<String, List<FieldChange>> objects = new HashMap<>();

    /** @param cluster whose manifests lie in a folder of its name; without one all count */
    Touched(List<FileDifference> files, Optional<String> cluster) {
        files.stream()
                .filter(file -> cluster.map(name -> file.change().path().startsWith(name + "/"))
                        .orElse(true))
                .forEach(file -> objects.putAll(file.objects()));
    }

    /** The fields of an object that differ; none if it is as it was. */
    List<FieldChange> fields(Affected object) {
        return objects.getOrDefault(object.words(), List.of());
    }
}
