package dev.waymark.mesh;

import dev.waymark.intent.ExternalIntent;
import dev.waymark.intent.ExternalIntent.EndpointIntent;
import dev.waymark.kube.IpSyntax;
import java.util.List;

/** How the hosts of an external become addresses: the {@code resolution} of its ServiceEntry. */
public enum Resolution {
    NONE,
    STATIC,
    DNS,
    DNS_ROUND_ROBIN,
    DYNAMIC_DNS;

    /** Where an endpoint is a socket of the file system. */
    static final String UNIX = "unix://";

    /** Stated; else STATIC where every endpoint is fixed, else DNS. */
    static Resolution of(ExternalIntent external) {
        return external.resolution().map(stated -> valueOf(stated.value())).orElseGet(() -> derived(external));
    }

    private static Resolution derived(ExternalIntent external) {
        List<EndpointIntent> endpoints = external.endpoints();
        return !endpoints.isEmpty() && endpoints.stream().allMatch(Resolution::isFixed) ? STATIC : DNS;
    }

    /** An endpoint of a network without an address is of no use to DNS. */
    private static boolean isFixed(EndpointIntent endpoint) {
        String address = endpoint.address().map(text -> text.value()).orElse(UNIX);
        return address.startsWith(UNIX) || IpSyntax.isAddress(address);
    }

    /** Whether one name is looked up for each host or endpoint. */
    boolean isDns() {
        return this == DNS || this == DNS_ROUND_ROBIN;
    }
}
