package dev.waymark.routing;

import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Ordered;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A Service.
 *
 * @param selector of its pods; empty where it has none
 */
public record ServiceView(
        ObjectRef ref,
        Labels labels,
        Labels annotations,
        Form form,
        SortedMap<String, String> selector,
        Optional<Span> span)
        implements Target {
    /** How clients reach it. */
    public enum Form {
        /** By an address of its own. */
        ADDRESS,
        /** By the addresses of its pods: {@code clusterIP: None}. */
        HEADLESS,
        /** By another name of the DNS. */
        EXTERNAL_NAME
    }

    public ServiceView {
        selector = Ordered.sorted(selector);
    }

    /** A Service of which nothing is known. */
    public static ServiceView unseen(ObjectRef ref, Optional<Span> span) {
        return new ServiceView(ref, Labels.NONE, Labels.NONE, Form.ADDRESS, Labels.NONE.values(), span);
    }

    @Override
    public ServiceView labelled(Labels more, Labels moreAnnotations) {
        return new ServiceView(ref, labels.and(more), annotations.and(moreAnnotations), form, selector, span);
    }
}
