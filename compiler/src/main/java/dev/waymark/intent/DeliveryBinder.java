package dev.waymark.intent;

import dev.waymark.intent.DeliveryIntent.ArgoIntent;
import dev.waymark.intent.DeliveryIntent.FluxIntent;
import java.util.Optional;

/** Binds how the output is delivered. */
final class DeliveryBinder {
    private DeliveryBinder() {}

    static DeliveryIntent delivery(Fields fields) {
        return new DeliveryIntent(
                fields.optionalText("engine"),
                fields.optionalText("via"),
                fields.optionalText("path"),
                fields.optionalText("namespace"),
                argo(fields),
                flux(fields));
    }

    private static ArgoIntent argo(Fields fields) {
        Fields destination = fields.fields("destination");
        Fields automated = fields.fields("automated");
        return new ArgoIntent(
                fields.optionalText("repoURL"),
                fields.optionalText("revision"),
                fields.optionalText("project"),
                destination.optionalText("server"),
                destination.optionalText("name"),
                automated.optionalText("prune"),
                automated.optionalText("selfHeal"),
                automated(fields));
    }

    /** That it stands there says something, even where it is empty. */
    private static Optional<Text> automated(Fields fields) {
        return fields.has("automated") ? Optional.of(new Text("true", fields.span("automated"))) : Optional.empty();
    }

    private static FluxIntent flux(Fields fields) {
        Fields source = fields.fields("sourceRef");
        return new FluxIntent(
                source.optionalText("kind"),
                source.optionalText("name"),
                source.optionalText("namespace"),
                fields.optionalText("interval"),
                fields.optionalText("timeout"));
    }
}
