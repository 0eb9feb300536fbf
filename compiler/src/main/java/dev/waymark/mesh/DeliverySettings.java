package dev.waymark.mesh;

import dev.waymark.intent.DeliveryIntent;
import dev.waymark.intent.DeliveryIntent.ArgoIntent;
import dev.waymark.intent.DeliveryIntent.FluxIntent;
import dev.waymark.intent.Text;
import dev.waymark.kube.Application.Automated;
import dev.waymark.kube.Application.Destination;
import dev.waymark.kube.FluxKustomization.SourceRef;
import dev.waymark.kube.FluxKustomization.Timing;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Puts together how the output is delivered. What an engine must have stands in one document, which the schema checks. */
record DeliverySettings(Stated stated) {
    private static final String SERVER = "server ";

    Delivery resolve() {
        Optional<Text> engine = common("engine", DeliveryIntent::engine);
        return engine.map(word -> word.value().equals("argo") ? argo() : flux()).orElseGet(Delivery.Unstated::new);
    }

    private Delivery argo() {
        boolean prune = argo("automated.prune", ArgoIntent::prune).equals("true");
        boolean selfHeal = argo("automated.selfHeal", ArgoIntent::selfHeal).equals("true");
        boolean automated = argo("automated", ArgoIntent::automated).equals("true");
        return new Delivery.Argo(
                folder(),
                namespace("argocd"),
                or(argo("project", ArgoIntent::project), "default"),
                argo("repoURL", ArgoIntent::repoUrl),
                or(argo("revision", ArgoIntent::revision), "HEAD"),
                destination(),
                automated ? Optional.of(new Automated(prune, selfHeal)) : Optional.empty(),
                false);
    }

    private Destination destination() {
        String stated = argo("destination", DeliverySettings::destination);
        if (stated.isEmpty()) {
            return Destination.ITSELF;
        }
        int space = stated.indexOf(' ');
        Optional<String> value = Optional.of(stated.substring(space + 1));
        return stated.startsWith(SERVER)
                ? new Destination(value, Optional.empty())
                : new Destination(Optional.empty(), value);
    }

    /** Its form and its value: two documents that differ in either mean two clusters. */
    private static Optional<Text> destination(ArgoIntent argo) {
        return argo.server()
                .map(server -> new Text(SERVER + server, server.span()))
                .or(() -> argo.clusterName().map(name -> new Text("name " + name, name.span())));
    }

    private Delivery flux() {
        String namespace = flux("sourceRef.namespace", FluxIntent::sourceNamespace);
        return new Delivery.Flux(
                folder(),
                namespace("flux-system"),
                new SourceRef(
                        or(flux("sourceRef.kind", FluxIntent::sourceKind), "GitRepository"),
                        flux("sourceRef.name", FluxIntent::sourceName),
                        namespace.isEmpty() ? Optional.empty() : Optional.of(namespace)),
                new Timing(
                        or(flux("interval", FluxIntent::interval), "10m"),
                        or(flux("timeout", FluxIntent::timeout), "5m")));
    }

    /** Without {@code .} steps and slashes at its ends. */
    private String folder() {
        String path = common("path", DeliveryIntent::path).map(Text::value).orElse("");
        return String.join(
                "/",
                Arrays.stream(path.split("/", -1))
                        .filter(step -> !step.isEmpty() && !step.equals("."))
                        .toList());
    }

    private String namespace(String byDefault) {
        return common("namespace", DeliveryIntent::namespace).map(Text::value).orElse(byDefault);
    }

    private Optional<Text> common(String field, Function<DeliveryIntent, Optional<Text>> value) {
        return stated.once("delivery." + field, intent -> value.apply(intent.delivery()));
    }

    private String argo(String field, Function<ArgoIntent, Optional<Text>> value) {
        return common(field, delivery -> value.apply(delivery.argo()))
                .map(Text::value)
                .orElse("");
    }

    private String flux(String field, Function<FluxIntent, Optional<Text>> value) {
        return common(field, delivery -> value.apply(delivery.flux()))
                .map(Text::value)
                .orElse("");
    }

    private static String or(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }
}
