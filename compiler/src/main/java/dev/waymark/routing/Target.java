package dev.waymark.routing;

import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.source.Span;
import java.util.Optional;

/** Something that traffic is addressed to; a Namespace stands for all in it that has no labels of its own. */
public sealed interface Target permits NamespaceView, ServiceView, ServiceEntryView, WorkloadView {
    /** Something of which nothing is known but that it may exist; it is taken to be what its kind mostly is. */
    static Target unseen(ObjectRef ref, Optional<Span> span) {
        return switch (ref.kind()) {
            case NAMESPACE -> new NamespaceView(ref.name(), Labels.NONE, Labels.NONE, false, span);
            case SERVICE -> ServiceView.unseen(ref, span);
            case SERVICE_ENTRY -> ServiceEntryView.unseen(ref, span);
            default -> new WorkloadView(ref, Labels.NONE, Labels.NONE, span);
        };
    }

    ObjectRef ref();

    Labels labels();

    Labels annotations();

    /** The waypoint that its own label names; empty without one, and for {@code none}. */
    default Optional<ObjectName> wanted() {
        return Wish.of(labels(), ref().namespace()).flatMap(Wish::waypoint);
    }

    /** The canary that its own label names; empty without one, and for {@code none}. */
    default Optional<ObjectName> wantedCanary() {
        return Wish.canary(labels(), ref().namespace());
    }

    /** The same with labels and annotations of somebody else's on it. */
    Target labelled(Labels more, Labels moreAnnotations);

    /** Where it is stated; empty if nobody states it. */
    Optional<Span> span();
}
