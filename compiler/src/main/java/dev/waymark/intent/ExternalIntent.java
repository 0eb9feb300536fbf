package dev.waymark.intent;

import dev.waymark.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hosts outside of the mesh that become a ServiceEntry. */
public record ExternalIntent(
        Text name, Text namespace, List<Text> hosts, List<PortIntent> ports, Optional<Text> resolution) {
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
}
