package dev.waymark.intent;

import dev.waymark.source.Span;
import java.util.Optional;

/**
 * Whatever sends its inbound traffic through a waypoint. A namespace that is not stated is that of the waypoint.
 */
public sealed interface ConsumerIntent {
    /** The line that enrolls it, for messages. */
    Span span();

    /** Every service of a namespace. */
    record OfNamespace(String name, Span span) implements ConsumerIntent {}

    /** One Kubernetes Service. */
    record OfService(Optional<String> namespace, String name, Span span) implements ConsumerIntent {}

    /** The pods of a workload: the label goes on its pod template. */
    record OfWorkload(String kind, Optional<String> namespace, String name, Span span) implements ConsumerIntent {}

    /**
     * An external of these documents.
     *
     * @param via how its label should be delivered, which is not for the author to say: the object is ours
     */
    record OfExternal(Optional<String> namespace, String name, Optional<Text> via, Span span)
            implements ConsumerIntent {}
}
