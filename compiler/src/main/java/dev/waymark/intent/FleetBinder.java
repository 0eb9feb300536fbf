package dev.waymark.intent;

import dev.waymark.yaml.YamlDocument;

/** Binds a fleet that has passed its schema. */
public final class FleetBinder {
    private FleetBinder() {}

    public static FleetIntent bind(YamlDocument document) {
        Fields root = Fields.of(document.root());
        Fields spec = root.fields("spec");
        return new FleetIntent(
                root.fields("metadata").text("name"),
                spec.texts("intents"),
                isTrue(spec, "applicationSets"),
                spec.list("clusters", FleetBinder::cluster));
    }

    private static ClusterIntent cluster(Fields fields) {
        return new ClusterIntent(
                fields.text("name"),
                fields.texts("overlays"),
                fields.texts("inventory"),
                isTrue(fields, "inventoryComplete"),
                fields.optional("delivery", DeliveryBinder::delivery));
    }

    private static boolean isTrue(Fields fields, String key) {
        return fields.flag(key).map(Flag::value).orElse(false);
    }
}
