package dev.waymark.review;

import dev.waymark.kube.Ordered;
import java.util.List;
import java.util.SortedMap;

/**
 * One side of a comparison.
 *
 * @param clusters one without a name, or those of a fleet
 * @param files the manifests by their paths
 */
public record Snapshot(List<ClusterState> clusters, SortedMap<String, ManifestText> files) {
    public Snapshot {
        clusters = Ordered.list(clusters);
        files = Ordered.sorted(files);
    }
}
