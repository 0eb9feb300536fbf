package dev.waymark.intent;

import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/**
 * How the proxy of a waypoint is run.
 *
 * @param requests of the proxy's container, by resource
 * @param limits of the proxy's container, by resource
 * @param customize overlays by their key in the options of istiod, as the author wrote them
 */
public record ScalingIntent(
        Optional<Replicas> replicas,
        Optional<Autoscale> autoscale,
        List<Setting> requests,
        List<Setting> limits,
        List<Overlay> customize) {
    /** A fixed number of pods. */
    public record Replicas(int count, Span span) {}

    /**
     * A number of pods that follows the load.
     *
     * @param cpu the target, in percent of the request
     */
    public record Autoscale(int min, int max, Optional<Integer> cpu, Span span) {}

    /** What is laid over one of the objects that istiod makes. */
    public record Overlay(Text key, YamlMapping tree) {}
}
