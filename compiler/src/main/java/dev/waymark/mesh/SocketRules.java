package dev.waymark.mesh;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.ExternalIntent.EndpointIntent;
import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.intent.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Endpoints that are sockets of the file system, or abstract ones behind an {@code @}. */
final class SocketRules {
    private static final String HELP = "write an absolute path to a socket, as in unix:///run/app.sock";

    private SocketRules() {}

    static Stream<Diagnostic> find(External external, EndpointIntent endpoint, Text address) {
        return Stream.of(path(address), ports(endpoint, address), severalPorts(external, address))
                .flatMap(Optional::stream);
    }

    private static Optional<Diagnostic> path(Text address) {
        String path = address.value().substring(Resolution.UNIX.length());
        String message = "`" + address + "` names no socket";
        if (path.isEmpty()) {
            return Optional.of(Refusal.webhook(message, "unix address must not be empty", HELP)
                    .at(address.span()));
        }
        if (path.startsWith("@")) {
            return path.endsWith("/")
                    ? Optional.of(Refusal.apiServer(message, "UDS may not be a dir", HELP)
                            .at(address.span()))
                    : Optional.empty();
        }
        return path.startsWith("/") && !path.endsWith("/")
                ? Optional.empty()
                : Optional.of(Refusal.webhook(message, path + " is not an absolute path to a file", HELP)
                        .at(address.span()));
    }

    private static Optional<Diagnostic> ports(EndpointIntent endpoint, Text address) {
        return endpoint.ports().stream()
                .findFirst()
                .map(port -> Refusal.webhook(
                                "a socket has no ports",
                                "unix endpoint " + address + " must not include ports",
                                "remove `ports` of the endpoint")
                        .at(port.name().span())
                        .and(address.span(), "the socket"));
    }

    private static Optional<Diagnostic> severalPorts(External external, Text address) {
        List<PortIntent> ports = external.intent().ports();
        return ports.stream()
                .skip(1)
                .findFirst()
                .map(second -> Refusal.webhook(
                                "one socket cannot serve " + ports.size() + " ports",
                                "exactly 1 service port required for unix endpoints",
                                "declare an external for each port")
                        .at(address.span())
                        .and(second.span(), "the second port"));
    }
}
