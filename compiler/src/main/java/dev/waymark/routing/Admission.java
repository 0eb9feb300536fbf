package dev.waymark.routing;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.LabelSelector;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may attach to a waypoint (istio {@code waypoints.go}: makeAllowedRoutes, findBoundListener). */
public final class Admission {
    static final String HBONE = "HBONE";

    private static final int HBONE_PORT = 15008;
    private static final String PROXY = "PROXY";
    private static final String PROXY_PROTOCOL = "istio.io/PROXY";

    private Admission() {}

    /**
     * Whether a waypoint admits the objects of a namespace.
     *
     * @return empty where that depends on labels of the namespace that are not known
     */
    public static Optional<Boolean> admits(
            GatewayView gateway, Optional<GatewayClassView> ofClass, NamespaceView namespace) {
        AllowedRoutes allowed = allowed(gateway, ofClass);
        return switch (allowed.from()) {
            case "All" -> Optional.of(true);
            case "Selector" ->
                allowed.selector().isEmpty()
                        ? Optional.of(false)
                        : matches(allowed.selector().get(), namespace);
            default -> Optional.of(gateway.name().namespace().equals(namespace.name()));
        };
    }

    /** Empty where it depends on labels that are not known; one that cannot be parsed matches nothing. */
    static Optional<Boolean> matches(LabelSelector selector, NamespaceView namespace) {
        if (!selector.isValid()) {
            return Optional.of(false);
        }
        if (namespace.whole()) {
            return Optional.of(selector.matches(namespace.labels().values()));
        }
        return selector.judge(namespace.labels().values());
    }

    /** What the listener allows that decides. */
    public static AllowedRoutes allowed(GatewayView gateway, Optional<GatewayClassView> ofClass) {
        return listener(gateway, ofClass).map(GatewayView.Listener::allowed).orElse(AllowedRoutes.SAME);
    }

    /** The listener that decides: the one of a sandwich binding, or the first one for HBONE on its port. */
    public static Optional<GatewayView.Listener> listener(GatewayView gateway, Optional<GatewayClassView> ofClass) {
        return binding(gateway, ofClass)
                .flatMap(binding -> first(gateway.listeners(), binding::isFor))
                .or(() -> first(
                        gateway.listeners(),
                        listener -> listener.protocol().equals(HBONE) && listener.port() == HBONE_PORT));
    }

    private static Optional<GatewayView.Listener> first(
            List<GatewayView.Listener> listeners, Predicate<GatewayView.Listener> wanted) {
        return listeners.stream().filter(wanted).findFirst();
    }

    private static Optional<Binding> binding(GatewayView gateway, Optional<GatewayClassView> ofClass) {
        return gateway.annotations()
                .get(IstioLabels.INBOUND_BINDING)
                .or(() -> ofClass.flatMap(found -> found.annotations().get(IstioLabels.INBOUND_BINDING)))
                .flatMap(Binding::of);
    }

    /**
     * How a waypoint inside of another proxy is reached (istio {@code waypoints.go}: makeInboundBinding).
     *
     * @param port 0 for any
     */
    private record Binding(String protocol, int port) {
        static Optional<Binding> of(String text) {
            String[] parts = text.split("/", -1);
            boolean known = parts[0].equals(PROXY) || parts[0].equals("NONE");
            if (!known || parts.length > 2) {
                return Optional.empty();
            }
            return Optional.of(new Binding(parts[0], parts.length == 1 ? 0 : port(parts[1])));
        }

        private static int port(String text) {
            return GoNumbers.atoi(text)
                    .filter(number -> number >= 0 && number <= 65_535)
                    .orElse(0L)
                    .intValue();
        }

        boolean isFor(GatewayView.Listener listener) {
            return port == 0
                    ? protocol.equals(PROXY) && listener.protocol().equals(PROXY_PROTOCOL)
                    : listener.port() == port;
        }
    }
}
