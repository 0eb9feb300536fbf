package dev.waymark.intent;

import java.util.List;
import java.util.Optional;

/** Hosts outside of the mesh that become a ServiceEntry. */
public record ExternalIntent(
        Text name, Text namespace, List<Text> hosts, List<PortIntent> ports, Optional<Text> resolution) {
    /** One port of an external. */
    public record PortIntent(int number, String protocol, Optional<Text> name, Optional<Integer> targetPort) {}
}
