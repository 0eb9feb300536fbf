package dev.waymark.mesh;

import java.util.List;
import java.util.Locale;

/** The values of {@code istio.io/waypoint-for}: which traffic a waypoint takes. */
public enum TrafficType {
    SERVICE,
    WORKLOAD,
    ALL,
    NONE;

    static TrafficType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What takes all of these; services where there is nobody. */
    public static TrafficType of(List<Consumer> consumers) {
        boolean service = consumers.stream().anyMatch(consumer -> consumer.traffic() == SERVICE);
        boolean workload = consumers.stream().anyMatch(consumer -> consumer.traffic() == WORKLOAD);
        if (service && workload) {
            return ALL;
        }
        return workload ? WORKLOAD : SERVICE;
    }

    /** The value of the label. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a waypoint of this type takes traffic that was addressed to a service or to a workload. */
    public boolean takes(TrafficType addressed) {
        return this == ALL || (this == addressed && this != NONE);
    }
}
