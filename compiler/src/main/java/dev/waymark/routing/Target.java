package dev.waymark.routing;

import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.source.Span;
import java.util.Optional;

/** Something that traffic is addressed to; a Namespace stands for all in it that has no labels of its own. */
public sealed interface Target permits NamespaceView, ServiceView, ServiceEntryView, WorkloadView {
    ObjectRef ref();

    Labels labels();

    Labels annotations();

    /** The waypoint that its own label names; empty without one, and for {@code none}. */
    default Optional<ObjectName> wanted() {
        return Wish.of(labels(), ref().namespace()).flatMap(Wish::waypoint);
    }

    /** The same with labels and annotations of somebody else's on it. */
    Target labelled(Labels more, Labels moreAnnotations);

    /** Where it is stated; empty if nobody states it. */
    Optional<Span> span();
}
