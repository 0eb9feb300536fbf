package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.Text;
import dev.waymark.kube.IstioVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** WM3003: a wildcard needs a resolution that somebody stated, and one that can have wildcards. */
public final class Hosts {
    private static final String NO_NAME = "Istio's webhook refuses the ServiceEntry: there is no one name to look up";

    private Hosts() {}

    /** Whether a host stands for every name below it (istio {@code host.Name.IsWildCarded}). */
    public static boolean isWildcard(Text host) {
        return host.value().startsWith("*");
    }

    /** One spelling for each name: letters of DNS have no case, and a dot at the end says that nothing follows. */
    static String normal(Text host) {
        return normal(host.value());
    }

    /** As with what stands in an intent. */
    public static String normal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    static Stream<Diagnostic> find(External external) {
        return external.intent().hosts().stream()
                .filter(Hosts::isWildcard)
                .findFirst()
                .flatMap(host -> refused(external, host))
                .stream();
    }

    private static Optional<Diagnostic> refused(External external, Text wildcard) {
        Resolution resolution = external.resolution();
        IstioVersion version = external.istioVersion();
        boolean stated = external.intent().resolution().isPresent();
        if (resolution == Resolution.DYNAMIC_DNS && !version.isAtLeast(IstioVersion.DYNAMIC_DNS)) {
            String problem = "cannot be resolved by DYNAMIC_DNS before Istio " + IstioVersion.DYNAMIC_DNS
                    + ", and the mesh is " + version;
            return Optional.of(refusal(external, wildcard, problem));
        }
        if (resolution.isDns() && external.intent().endpoints().isEmpty()) {
            String problem = "cannot be resolved by " + resolution + (stated ? "" : ", which is the default");
            return Optional.of(refusal(external, wildcard, problem));
        }
        return stated ? Optional.empty() : Optional.of(unstated(external, wildcard));
    }

    private static Diagnostic refusal(External external, Text wildcard, String problem) {
        Diagnostic diagnostic =
                Diagnostic.of(Code.WILDCARD_HOST, wildcard, problem, NO_NAME, alternatives(external.istioVersion()));
        return external.intent()
                .resolution()
                .map(Text::span)
                .map(span -> diagnostic.at(span, "stated here").and(wildcard.span(), "the wildcard"))
                .orElseGet(() -> diagnostic.at(wildcard.span()));
    }

    private static Diagnostic unstated(External external, Text wildcard) {
        return Diagnostic.of(
                        Code.WILDCARD_HOST,
                        wildcard,
                        "needs a `resolution`",
                        "every name below it would go to these endpoints, and nobody has written that down",
                        "write `resolution: " + external.resolution() + "`, which dials the endpoints for all of them, "
                                + "or list the exact hosts")
                .at(wildcard.span());
    }

    private static String alternatives(IstioVersion version) {
        String dynamic = version.isAtLeast(IstioVersion.DYNAMIC_DNS)
                ? "write `resolution: DYNAMIC_DNS` (Istio " + version + ": ports of "
                        + String.join(", ", version.dynamicProtocols()) + "), or "
                : "";
        return dynamic + "list the exact hosts; `resolution: NONE` passes calls on unresolved, past any waypoint";
    }
}
