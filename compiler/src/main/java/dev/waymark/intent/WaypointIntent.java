package dev.waymark.intent;

import java.util.List;
import java.util.Optional;

/**
 * A waypoint.
 *
 * @param traffic {@code for}: {@code service}, {@code workload}, {@code all} or {@code none}; derived where it is not stated
 * @param phase {@code prepare}, {@code serve} or {@code retire}
 */
public record WaypointIntent(
        Text name,
        Text namespace,
        Optional<Text> traffic,
        Optional<Text> gatewayClassName,
        Optional<Text> revision,
        MetadataIntent metadata,
        MetadataIntent infrastructure,
        List<ConsumerIntent> consumers,
        Optional<AdmitsIntent> admits,
        Optional<Flag> ingress,
        ScalingIntent scaling,
        Optional<CanaryIntent> canary,
        Optional<Flag> global,
        Optional<Text> phase) {}
