package dev.waymark.intent;

import dev.waymark.intent.ScalingIntent.Autoscale;
import dev.waymark.intent.ScalingIntent.Overlay;
import dev.waymark.intent.ScalingIntent.Replicas;
import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Binds the fields of a waypoint that say how its proxy is run. */
final class ScalingBinder {
    private ScalingBinder() {}

    static ScalingIntent scaling(Fields fields) {
        Fields resources = fields.fields("resources");
        return new ScalingIntent(
                replicas(fields, "replicas"),
                fields.optional("autoscale", ScalingBinder::autoscale),
                quantities(resources, "requests"),
                quantities(resources, "limits"),
                fields.entries("customize", (key, tree) -> new Overlay(key, (YamlMapping) tree)));
    }

    private static Autoscale autoscale(Fields fields) {
        return new Autoscale(
                replicas(fields, "min").orElseThrow(),
                replicas(fields, "max").orElseThrow(),
                fields.number("cpu"),
                fields.span());
    }

    private static Optional<Replicas> replicas(Fields fields, String key) {
        return fields.number(key).map(count -> new Replicas(count, fields.span(key)));
    }

    private static List<Setting> quantities(Fields fields, String key) {
        return fields.entries(key, (resource, value) -> new Setting(resource, quantity((YamlScalar) value)));
    }

    /** A number counts by its value, which a quantity of Kubernetes shows in decimal digits only. */
    private static Text quantity(YamlScalar scalar) {
        boolean whole = scalar.type() == ScalarType.INTEGER;
        return new Text(whole ? scalar.integer().toString() : scalar.text(), scalar.span());
    }
}
