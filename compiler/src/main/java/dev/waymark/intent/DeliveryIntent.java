package dev.waymark.intent;

import java.util.Optional;

/**
 * How what is rendered reaches the cluster: one set of settings for all documents compiled together.
 *
 * @param path where the output lies in the repository
 * @param namespace of the delivery objects
 */
public record DeliveryIntent(
        Optional<Text> engine,
        Optional<Text> via,
        Optional<Text> path,
        Optional<Text> namespace,
        ArgoIntent argo,
        FluxIntent flux) {
    /** What only Argo CD reads. */
    public record ArgoIntent(
            Optional<Text> repoUrl,
            Optional<Text> revision,
            Optional<Text> project,
            Optional<Text> server,
            Optional<Text> clusterName,
            Optional<Text> prune,
            Optional<Text> selfHeal,
            Optional<Text> automated) {}

    /** What only Flux reads. */
    public record FluxIntent(
            Optional<Text> sourceKind,
            Optional<Text> sourceName,
            Optional<Text> sourceNamespace,
            Optional<Text> interval,
            Optional<Text> timeout) {}
}
