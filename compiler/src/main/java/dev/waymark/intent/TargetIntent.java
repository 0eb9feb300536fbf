package dev.waymark.intent;

import java.util.List;
import java.util.Optional;

/** What an entry of {@code consumers} or {@code optOuts} names. A namespace that is not stated is that of the waypoint. */
public sealed interface TargetIntent {
    /** Every service of a namespace. */
    record OfNamespace(String name) implements TargetIntent {}

    /** One Kubernetes Service. */
    record OfService(Optional<String> namespace, String name) implements TargetIntent {}

    /** The pods of a workload: the label goes on its pod template. */
    record OfWorkload(String kind, Optional<String> namespace, String name) implements TargetIntent {}

    /** The workloads of a namespace whose pods carry these labels; only an inventory knows them. */
    record OfPods(String namespace, List<Setting> matchLabels) implements TargetIntent {}

    /** One WorkloadEntry. */
    record OfWorkloadEntry(Optional<String> namespace, String name) implements TargetIntent {}

    /** An external of these documents. */
    record OfExternal(Optional<String> namespace, String name) implements TargetIntent {}

    /** A ServiceEntry of somebody else's. */
    record OfServiceEntry(Optional<String> namespace, String name) implements TargetIntent {}
}
