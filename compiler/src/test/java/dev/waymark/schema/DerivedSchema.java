package dev.waymark.schema;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the schemas that follow from that of the intents have in common. */
final class DerivedSchema {
    static final JsonMapper MAPPER = new JsonMapper();

    private DerivedSchema() {}

    static ObjectNode published(String name) {
        return (ObjectNode) MAPPER.readTree(SchemaCheck.text(name));
    }

    static ObjectNode intent() {
        return published("mesh-intent.schema.json");
    }

    /** The name of the definition that a part refers to; empty if it has its shape itself. */
    static String definition(JsonNode part) {
        String reference = part.path("$ref").asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The definitions that a part refers to, and those that they refer to. */
    static Set<String> definitions(JsonNode part, JsonNode definitions) {
        Set<String> found = new LinkedHashSet<>();
        collect(part, definitions, found);
        return found;
    }

    private static void collect(JsonNode part, JsonNode definitions, Set<String> found) {
        String name = definition(part);
        if (!name.isEmpty() && found.add(name)) {
            collect(definitions.path(name), definitions, found);
        }
        part.forEach(child -> collect(child, definitions, found));
    }

    /** Leaves out what nothing refers to. */
    static void dropUnused(ObjectNode schema) {
        ObjectNode definitions = (ObjectNode) schema.get("$defs");
        ObjectNode rest = schema.deepCopy();
        rest.remove("$defs");
        definitions.retain(definitions(rest, definitions));
    }
}
