package dev.waymark.lint;

import dev.waymark.kube.ObjectName;
import dev.waymark.policy.ZtunnelPolicy;
import dev.waymark.routing.WorkloadView;
import java.util.stream.Stream;

/**
 * A waypoint before a workload whose policies do not let it in.
 *
 * @param closed that keeps it out: one that denies, or one of those that allow others
 * @param principal as which the waypoint calls
 */
public record Denial(ZtunnelPolicy closed, ObjectName waypoint, WorkloadView workload, String principal) {
    /** All of a mesh, workload by workload. */
    public static Stream<Denial> in(Subject subject) {
        return new CallerSearch(subject).denials();
    }
}
