package dev.waymark.routing;

import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Ordered;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A ServiceEntry.
 *
 * @param addresses virtual ones, single or as ranges
 * @param resolution such as {@code DNS}; {@code NONE} where nothing is stated
 * @param ports by their numbers
 */
public record ServiceEntryView(
        ObjectRef ref,
        Labels labels,
        Labels annotations,
        List<String> hosts,
        List<String> addresses,
        String resolution,
        List<Integer> ports,
        Optional<Span> span)
        implements Target {
    public ServiceEntryView {
        hosts = Ordered.list(hosts);
        addresses = Ordered.list(addresses);
        ports = Ordered.list(ports);
    }

    /** An entry of which nothing but the name is known; it counts as one that has a host. */
    public static ServiceEntryView unseen(ObjectRef ref, Optional<Span> span) {
        return new ServiceEntryView(
                ref, Labels.NONE, Labels.NONE, List.of(ref.toString()), List.of(), "DNS", List.of(), span);
    }

    /** Whether somebody declares it, rather than only labels it. */
    public boolean isDeclared() {
        return !hosts.equals(List.of(ref.toString()));
    }

    @Override
    public ServiceEntryView labelled(Labels more, Labels moreAnnotations) {
        return new ServiceEntryView(
                ref, labels.and(more), annotations.and(moreAnnotations), hosts, addresses, resolution, ports, span);
    }
}
