package dev.waymark.routing;

import dev.waymark.kube.ObjectRef;
import dev.waymark.source.Span;
import java.util.Optional;

/**
 * What runs: a Pod, something with a pod template, or a WorkloadEntry.
 *
 * @param labels of the pods; of a WorkloadEntry those of {@code spec} below those of {@code metadata}
 */
public record WorkloadView(ObjectRef ref, Labels labels, Labels annotations, Optional<Span> span) implements Target {
    @Override
    public WorkloadView labelled(Labels more, Labels moreAnnotations) {
        return new WorkloadView(ref, labels.and(more), annotations.and(moreAnnotations), span);
    }
}
