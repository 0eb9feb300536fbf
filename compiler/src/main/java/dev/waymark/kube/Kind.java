package dev.waymark.kube;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of objects that carry labels of ours, or are ours. */
public enum Kind {
    NAMESPACE("", "v1", "Namespace", LabelsAt.METADATA),
    SERVICE("", "v1", "Service", LabelsAt.METADATA),
    DEPLOYMENT("apps", "v1", "Deployment", LabelsAt.POD_TEMPLATE),
    STATEFUL_SET("apps", "v1", "StatefulSet", LabelsAt.POD_TEMPLATE),
    DAEMON_SET("apps", "v1", "DaemonSet", LabelsAt.POD_TEMPLATE),
    JOB("batch", "v1", "Job", LabelsAt.POD_TEMPLATE),
    CRON_JOB("batch", "v1", "CronJob", LabelsAt.JOB_TEMPLATE),
    ROLLOUT("argoproj.io", "v1alpha1", "Rollout", LabelsAt.POD_TEMPLATE),
    WORKLOAD_GROUP("networking.istio.io", "v1", "WorkloadGroup", LabelsAt.WORKLOAD_METADATA),
    POD("", "v1", "Pod", LabelsAt.METADATA),
    WORKLOAD_ENTRY("networking.istio.io", "v1", "WorkloadEntry", LabelsAt.METADATA),
    SERVICE_ENTRY("networking.istio.io", "v1", "ServiceEntry", LabelsAt.METADATA);

    /** Where in an object the labels stand that its waypoint is chosen by. */
    public enum LabelsAt {
        METADATA("metadata"),
        POD_TEMPLATE("spec.template.metadata"),
        JOB_TEMPLATE("spec.jobTemplate.spec.template.metadata"),
        WORKLOAD_METADATA("spec.metadata");

        private final String metadata;

        LabelsAt(String metadata) {
            this.metadata = metadata;
        }

        /** The fields that lead to the metadata which holds the labels. */
        public List<String> metadata() {
            return List.of(metadata.split("\\."));
        }

        /** The path of the labels, its fields joined by dots. */
        public String path() {
            return metadata + ".labels";
        }
    }

    private final String group;
    private final String version;
    private final String kindName;
    private final String fileWord;
    private final LabelsAt labelsAt;

    Kind(String group, String version, String kindName, LabelsAt labelsAt) {
        this.group = group;
        this.version = version;
        this.kindName = kindName;
        this.fileWord = kindName.toLowerCase(Locale.ROOT);
        this.labelsAt = labelsAt;
    }

    /** The kind of a name as it is written in manifests, such as {@code Deployment}; empty if it is none of these. */
    public static Optional<Kind> find(String kindName) {
        return Arrays.stream(values())
                .filter(kind -> kind.kindName.equals(kindName))
                .findFirst();
    }

    /** The kind of a name that is one of these. */
    public static Kind named(String kindName) {
        return find(kindName).orElseThrow(() -> new IllegalArgumentException(kindName));
    }

    /** The API group; empty for the core group. */
    public String group() {
        return group;
    }

    public String version() {
        return version;
    }

    /** {@code v1}, {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** The name as it is written in manifests. */
    public String kindName() {
        return kindName;
    }

    public LabelsAt labelsAt() {
        return labelsAt;
    }

    /** Whether traffic is addressed to it as to a service; of a Namespace its services are meant. */
    public boolean isService() {
        return this == NAMESPACE || this == SERVICE || this == SERVICE_ENTRY;
    }

    /** Whether its pods carry the labels rather than the object itself. */
    public boolean isWorkload() {
        return labelsAt != LabelsAt.METADATA;
    }

    /** The kind in names of files: {@code serviceentry}. */
    public String fileWord() {
        return fileWord;
    }
}
