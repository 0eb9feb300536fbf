package dev.waymark.intent;

import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
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
    /** A number of pods. */
    public record Replicas(int count, Span span) {}

    /**
     * A number of pods that follows the load.
     *
     * @param cpu the target, in percent of the request
     */
    public record Autoscale(Replicas min, Replicas max, Optional<Integer> cpu, Span span) {}

    /** What is laid over one of the objects that istiod makes. */
    public record Overlay(Text key, YamlMapping tree) {}

    /** Whether all is left to istiod. */
    public boolean isEmpty() {
        return replicas.isEmpty()
                && autoscale.isEmpty()
                && requests.isEmpty()
                && limits.isEmpty()
                && customize.isEmpty();
    }

    /** Whether there are two pods at least. */
    public boolean isReplicated() {
        return replicas.or(() -> autoscale.map(Autoscale::min))
                .filter(least -> least.count() > 1)
                .isPresent();
    }

    public Optional<Overlay> overlay(String key) {
        return customize.stream()
                .filter(overlay -> overlay.key().value().equals(key))
                .findFirst();
    }

    /** A field of an overlay, by the names on the way to it. */
    public Optional<Entry> customized(String key, String... way) {
        Optional<YamlMapping> mapping = overlay(key).map(Overlay::tree);
        Optional<Entry> entry = Optional.empty();
        for (String name : way) {
            entry = mapping.flatMap(parent -> parent.entry(name));
            mapping = entry.map(Entry::value)
                    .filter(YamlMapping.class::isInstance)
                    .map(YamlMapping.class::cast);
        }
        return entry;
    }
}
