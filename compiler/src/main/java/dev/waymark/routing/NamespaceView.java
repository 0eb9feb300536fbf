package dev.waymark.routing;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Ordered;
import dev.waymark.source.Span;
import java.util.Map;
import java.util.Optional;

/**
 * A Namespace; the label with its name is there, as the API server sets it.
 *
 * @param whole whether these are all its labels, not only those that somebody adds
 */
public record NamespaceView(String name, Labels labels, Labels annotations, boolean whole, Optional<Span> span)
        implements Target {
    public NamespaceView {
        labels = labels.and(named(name));
    }

    private static Labels named(String name) {
        return new Labels(Ordered.sorted(Map.of(IstioLabels.NAMESPACE_NAME, name)), Labels.NONE.places());
    }

    @Override
    public ObjectRef ref() {
        return ObjectRef.namespace(name);
    }

    @Override
    public NamespaceView labelled(Labels more, Labels moreAnnotations) {
        return new NamespaceView(name, labels.and(more), annotations.and(moreAnnotations), whole, span);
    }
}
