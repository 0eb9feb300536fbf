package dev.waymark.intent;

import dev.waymark.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hosts outside of the mesh that become a ServiceEntry.
 *
 * @param addresses virtual ones, that clients dial
 */
public record ExternalIntent(
        Text name,
        Text namespace,
        List<Text> hosts,
        List<PortIntent> ports,
        Optional<Text> resolution,
        Optional<Text> location,
        List<Text> addresses,
        List<EndpointIntent> endpoints,
        List<Setting> labels) {
    /**
     * One port of an external.
     *
     * @param span the whole entry
     */
    public record PortIntent(
            int number, String protocol, Optional<Text> name, Optional<Integer> targetPort, Span span) {
        /** The stated name, or protocol and number: {@code tls-443}. */
        public String nameOrDerived() {
            String derived = protocol.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number;
            return name.map(Text::value).orElse(derived);
        }
    }

    /**
     * Where the hosts really are.
     *
     * @param ports numbers by the names of ports of the external
     * @param span the whole entry
     */
    public record EndpointIntent(
            Optional<Text> address, List<NamedPort> ports, List<Setting> labels, Optional<Text> network, Span span) {}

    /** The number that is dialled at an endpoint for a port of the external. */
    public record NamedPort(Text name, int number) {}
}
