package dev.waymark.review;

import dev.waymark.kube.Ordered;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One side of a comparison.
 *
 * @param clusters one without a name, or those of a fleet
 * @param files the manifests by their paths, in any order
 */
public record Snapshot(List<ClusterState> clusters, Map<String, ManifestText> files) {
    public Snapshot {
        clusters = Ordered.list(clusters);
        files = Collections.unmodifiableMap(files);
    }
}
