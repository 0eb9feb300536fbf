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
 */
public record ServiceEntryView(
        ObjectRef ref,
        Labels labels,
        Labels annotations,
        List<String> hosts,
        List<String> addresses,
        Optional<Span> span)
        implements Target {
    public ServiceEntryView {
        hosts = Ordered.list(hosts);
        addresses = Ordered.list(addresses);
    }

    @Override
    public ServiceEntryView labelled(Labels more, Labels moreAnnotations) {
        return new ServiceEntryView(ref, labels.and(more), annotations.and(moreAnnotations), hosts, addresses, span);
    }
}
