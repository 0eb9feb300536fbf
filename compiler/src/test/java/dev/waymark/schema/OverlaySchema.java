package dev.waymark.schema;

import dev.waymark.testing.Resources;
import dev.waymark.testing.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives the schema of overlays from that of intents: nothing is required but what an entry is found by, conditions that
 * hold for a merged whole are left out, and entries take the markers. What a list without identity holds stays as it is,
 * since it replaces.
 */
final class OverlaySchema {
    /** What the entries of a list are found by, by the definition of the entry. */
    private static final Map<String, Set<String>> IDENTITIES = Map.of(
            "namespaceSettings", Set.of("name"),
            "waypoint", Set.of("namespace", "name"),
            "external", Set.of("namespace", "name"),
            "enrollment", Set.of("waypoint"),
            "consumer", targets(),
            "optOut", targets());

    private static final Set<String> WITH_UNSET = Set.of("mesh", "delivery");
    private static final Set<String> CONDITIONS =
            Set.of("allOf", "anyOf", "if", "then", "else", "dependentRequired", "dependentSchemas");

    private final ObjectNode schema = DerivedSchema.intent();
    private final ObjectNode definitions = (ObjectNode) schema.get("$defs");
    private final ObjectNode texts = DerivedSchema.MAPPER.valueToTree(
            Yaml.tree(Resources.text("schema/overlay.yaml")).map());
    private final Set<String> laid = new TreeSet<>();
    private final Set<String> whole = new TreeSet<>();

    private OverlaySchema() {}

    private static Set<String> targets() {
        return Set.of("namespace", "service", "workload", "pods", "workloadEntry", "external", "serviceEntry");
    }

    static JsonNode derive() {
        return new OverlaySchema().derived();
    }

    private JsonNode derived() {
        layFields((ObjectNode) schema.at("/properties/spec"), Set.of());
        texts.get("texts").properties().forEach(text -> reword(text.getKey(), (ObjectNode) text.getValue()));
        whole.retainAll(laid);
        for (String both : whole) {
            if (!definitions.get(both).equals(DerivedSchema.intent().at("/$defs/" + both))) {
                throw new IllegalStateException(both + " is merged in one place and replaced in another");
            }
        }
        DerivedSchema.dropUnused(schema);
        return schema;
    }

    private void reword(String pointer, ObjectNode text) {
        if (schema.at(pointer) instanceof ObjectNode part) {
            text.properties().forEach(entry -> replace(part, entry.getKey(), entry.getValue()));
        } else {
            throw new IllegalStateException("there is no " + pointer + " to describe");
        }
    }

    private static void replace(ObjectNode part, String key, JsonNode value) {
        if (!part.has(key)) {
            throw new IllegalStateException("there is no " + key + " to replace");
        }
        part.set(key, value);
    }

    /** A mapping whose fields are laid over those below. */
    private void layFields(ObjectNode mapping, Set<String> identity) {
        dropConditions(mapping);
        require(mapping, identity);
        chooseOnce(mapping);
        mapping.path("properties").properties().forEach(field -> {
            if (identity.contains(field.getKey())) {
                whole.addAll(DerivedSchema.definitions(field.getValue(), definitions));
            } else {
                layField((ObjectNode) field.getValue());
            }
        });
    }

    /** With the comment that says where they come from. */
    private static void dropConditions(ObjectNode mapping) {
        if (CONDITIONS.stream().anyMatch(mapping::has)) {
            mapping.remove(CONDITIONS);
            mapping.remove("$comment");
        }
    }

    private static void require(ObjectNode mapping, Set<String> identity) {
        List<String> required = strings(mapping.path("required"));
        required.retainAll(identity);
        mapping.remove("required");
        if (!required.isEmpty()) {
            ArrayNode names = DerivedSchema.MAPPER.createArrayNode();
            required.forEach(names::add);
            // In the place that it has in other definitions.
            insertAfter(mapping, "type", "required", names);
        }
    }

    /** A choice of one field can be made in an overlay; any other alternative speaks of the merged whole. */
    private static void chooseOnce(ObjectNode mapping) {
        boolean plain = children(mapping.path("oneOf"))
                .allMatch(
                        branch -> branch.size() == 1 && branch.path("required").size() == 1);
        if (!plain) {
            mapping.remove("oneOf");
        }
    }

    private void layField(ObjectNode field) {
        for (String key : List.of("description", "markdownDescription")) {
            Optional.ofNullable(field.get(key)).ifPresent(text -> field.put(key, inOverlay(text.asString())));
        }
        field.remove("default");
        String definition = DerivedSchema.definition(field);
        ObjectNode value = definition.isEmpty() ? field : (ObjectNode) definitions.get(definition);
        String entry = DerivedSchema.definition(value.path("items"));
        if (IDENTITIES.containsKey(entry)) {
            value.remove("minItems");
            layEntry(entry);
        } else if (value.path("type").asString("").equals("object")) {
            layMapping(definition, value);
        } else {
            whole.addAll(DerivedSchema.definitions(field, definitions));
        }
    }

    private static String inOverlay(String description) {
        return description.replace(" Required.", "").replace("Default: ", "If stated nowhere: ");
    }

    private void layMapping(String definition, ObjectNode mapping) {
        if (definition.isEmpty() || laid.add(definition)) {
            List<String> optional = fields(mapping, Set.of());
            optional.removeAll(strings(mapping.path("required")));
            layFields(mapping, Set.of());
            if (WITH_UNSET.contains(definition)) {
                addUnset(mapping, optional);
            }
        }
    }

    private void layEntry(String definition) {
        if (!laid.add(definition)) {
            return;
        }
        ObjectNode entry = (ObjectNode) definitions.get(definition);
        Set<String> identity = IDENTITIES.getOrDefault(definition, Set.of());
        List<String> fields = fields(entry, identity);
        List<String> optional = new ArrayList<>(fields);
        optional.removeAll(strings(entry.path("required")));
        layFields(entry, identity);
        addMarker(entry, "remove");
        addMarker(entry, "add");
        addUnset(entry, optional);
        List<String> others = new ArrayList<>(entry.get("properties").propertyNames());
        others.removeAll(identity);
        others.remove("remove");
        ArrayNode conditions = entry.putArray("allOf");
        conditions.add(without("remove", others));
        if (!optional.isEmpty()) {
            conditions.add(without("add", List.of("unset")));
        }
        entry.path("defaultSnippets").forEach(snippet -> ((ObjectNode) snippet.get("body")).put("add", true));
    }

    private static List<String> fields(ObjectNode mapping, Set<String> identity) {
        List<String> fields = new ArrayList<>(mapping.path("properties").propertyNames());
        fields.removeAll(identity);
        return fields;
    }

    private void addMarker(ObjectNode mapping, String name) {
        ((ObjectNode) mapping.get("properties")).set(name, texts.get("markers").get(name));
    }

    /** @param fields those that can be cleared: what must be stated cannot */
    private void addUnset(ObjectNode mapping, List<String> fields) {
        if (!fields.isEmpty()) {
            ObjectNode marker = (ObjectNode) texts.get("markers").get("unset").deepCopy();
            nameFields(marker, fields);
            ((ObjectNode) mapping.get("properties")).set("unset", marker);
        }
    }

    private static void nameFields(ObjectNode marker, List<String> fields) {
        ObjectNode item = (ObjectNode) marker.get("items");
        item.put("description", item.path("description").asString() + " " + String.join(", ", fields) + ".");
        item.putArray("examples").add(fields.get(0));
        item.put("type", "string");
        ArrayNode words = item.putArray("enum");
        fields.forEach(words::add);
        ((ArrayNode) marker.get("examples")).addArray().add(fields.get(0));
    }

    /** Beside a marker these fields have nothing to say. */
    private static ObjectNode without(String marker, List<String> fields) {
        ObjectNode condition = DerivedSchema.MAPPER.createObjectNode();
        condition.putObject("if").putArray("required").add(marker);
        ObjectNode excluded = condition.putObject("then").putObject("properties");
        fields.forEach(field -> excluded.put(field, false));
        return condition;
    }

    private static void insertAfter(ObjectNode mapping, String before, String key, JsonNode value) {
        ObjectNode copy = mapping.deepCopy();
        mapping.removeAll();
        copy.properties().forEach(entry -> {
            mapping.set(entry.getKey(), entry.getValue());
            if (entry.getKey().equals(before)) {
                mapping.set(key, value);
            }
        });
    }

    private static List<String> strings(JsonNode array) {
        return new ArrayList<>(children(array).map(JsonNode::asString).toList());
    }

    private static Stream<JsonNode> children(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
