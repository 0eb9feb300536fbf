package dev.waymark.intent;

import dev.waymark.intent.ScalingIntent.Autoscale;
import dev.waymark.intent.ScalingIntent.Overlay;
import dev.waymark.intent.ScalingIntent.Replicas;
import dev.waymark.yaml.YamlMapping;

/** Binds the fields of a waypoint that say how its proxy is run. */
final class ScalingBinder {
    private ScalingBinder() {}

    static ScalingIntent scaling(Fields fields) {
        Fields resources = fields.fields("resources");
        return new ScalingIntent(
                fields.number("replicas").map(count -> new Replicas(count, fields.span("replicas"))),
                fields.optional("autoscale", ScalingBinder::autoscale),
                resources.settings("requests"),
                resources.settings("limits"),
                fields.entries("customize", (key, tree) -> new Overlay(key, (YamlMapping) tree)));
    }

    private static Autoscale autoscale(Fields fields) {
        return new Autoscale(
                fields.number("min").orElseThrow(),
                fields.number("max").orElseThrow(),
                fields.number("cpu"),
                fields.span());
    }
}
