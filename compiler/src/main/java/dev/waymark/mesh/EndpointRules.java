package dev.waymark.mesh;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.NearName;
import dev.waymark.diagnostic.Severity;
import dev.waymark.intent.ExternalIntent.EndpointIntent;
import dev.waymark.intent.ExternalIntent.NamedPort;
import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.intent.Text;
import dev.waymark.kube.IpSyntax;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each endpoint by itself, where the resolution takes endpoints at all.
 *
 * @param ports names of the external's ports, in their order
 */
record EndpointRules(External external, Set<String> ports) {
    private static final int LONGEST_NAME = 255;

    /** As in istio {@code agent/validation.go:ValidateFQDN}: the last label is not a number, and may be empty. */
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?\\.)*"
            + "(?![0-9]+$)(?:[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?)?");

    static Stream<Diagnostic> find(External external) {
        Set<String> ports = external.intent().ports().stream()
                .map(PortIntent::nameOrDerived)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        EndpointRules rules = new EndpointRules(external, ports);
        return external.intent().endpoints().stream().flatMap(rules::find);
    }

    private Stream<Diagnostic> find(EndpointIntent endpoint) {
        return switch (external.resolution()) {
            case STATIC -> ofStatic(endpoint);
            case DNS, DNS_ROUND_ROBIN -> ofDns(endpoint);
            case NONE, DYNAMIC_DNS -> Stream.empty();
        };
    }

    private Stream<Diagnostic> ofStatic(EndpointIntent endpoint) {
        if (endpoint.address().isEmpty()) {
            return Stream.concat(Stream.of(withoutAddress(endpoint)), unknownPorts(endpoint));
        }
        Text address = endpoint.address().get();
        if (address.value().startsWith(Resolution.UNIX)) {
            return SocketRules.find(external, endpoint, address);
        }
        return IpSyntax.isAddress(address.value())
                ? unknownPorts(endpoint)
                : Stream.concat(Stream.of(notStatic(address)), unknownPorts(endpoint));
    }

    private static Diagnostic withoutAddress(EndpointIntent endpoint) {
        Optional<Text> network = endpoint.network();
        if (network.isEmpty()) {
            return Refusal.webhook(
                            "the endpoint has no address",
                            "address is required",
                            "write its `address`, or the `network` that knows one")
                    .at(endpoint.span());
        }
        return Refusal.webhook(
                        "the endpoint has a network and no address",
                        "address is unset with network \"" + network.get() + "\"",
                        "write its `address` too, unless the network's gateway finds the way")
                .as(Severity.WARNING)
                .at(network.get().span());
    }

    private Diagnostic notStatic(Text address) {
        String help =
                isName(address.value()) ? "write `resolution: DNS`, so that it is looked up" : "write an IP address";
        Diagnostic diagnostic = Refusal.webhook(
                        "STATIC dials IP addresses, and `" + address + "` is none",
                        "endpoint address \"" + address + "\" is not a valid IP address",
                        help)
                .at(address.span());
        return Refusal.withResolution(diagnostic, external);
    }

    private Stream<Diagnostic> ofDns(EndpointIntent endpoint) {
        String address = endpoint.address().map(Text::value).orElse("");
        return IpSyntax.isAddress(address) || isName(address)
                ? unknownPorts(endpoint)
                : Stream.concat(Stream.of(notDns(endpoint, address)), unknownPorts(endpoint));
    }

    private Diagnostic notDns(EndpointIntent endpoint, String address) {
        String message = address.isEmpty()
                ? "the endpoint has no address for " + external.resolution() + " to look up"
                : "`" + address + "` is neither an IP address nor a name that " + external.resolution()
                        + " can look up";
        Diagnostic diagnostic = Refusal.webhook(
                        message,
                        "endpoint address \"" + address + "\" is not a valid FQDN or an IP address",
                        "write a DNS name or an IP address; a network alone, or unix://, goes with "
                                + "`resolution: STATIC`")
                .at(endpoint.address().map(Text::span).orElse(endpoint.span()));
        return Refusal.withResolution(diagnostic, external);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && NAME.matcher(text).matches();
    }

    private Stream<Diagnostic> unknownPorts(EndpointIntent endpoint) {
        return endpoint.ports().stream()
                .filter(port -> !ports.contains(port.name().value()))
                .map(this::unknownPort);
    }

    private Diagnostic unknownPort(NamedPort port) {
        return Refusal.webhook(
                        "no port of the external is named `" + port.name() + "`",
                        "endpoint port " + port.number() + " is not defined by the service entry",
                        NearName.help(port.name().value(), ports, "known here: " + String.join(", ", ports)))
                .at(port.name().span());
    }
}
