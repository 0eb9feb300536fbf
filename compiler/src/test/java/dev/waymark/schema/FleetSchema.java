package dev.waymark.schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of fleets is written by hand, but for the definitions that it has in common with that of intents. */
final class FleetSchema {
    private FleetSchema() {}

    static JsonNode derive() {
        ObjectNode schema = DerivedSchema.published("mesh-fleet.schema.json");
        ObjectNode own = (ObjectNode) schema.get("$defs");
        JsonNode shared = DerivedSchema.intent().get("$defs");
        for (String name : DerivedSchema.definitions(schema, shared)) {
            if (shared.has(name)) {
                own.set(name, shared.get(name));
            }
        }
        DerivedSchema.dropUnused(schema);
        return schema;
    }
}
