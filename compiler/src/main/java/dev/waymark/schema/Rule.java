package dev.waymark.schema;

import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The part of a schema that a document broke: the object with the keyword, and the field that it is about, whose title
 * and description stand where the field is used rather than where its shape is defined.
 */
record Rule(JsonNode root, JsonNode schema, JsonNode field) {
    /** Follows an evaluation path, which passes through {@code $ref}, from the root of the schema. */
    static Rule at(JsonNode root, NodePath path) {
        JsonNode node = root;
        JsonNode schema = root;
        JsonNode field = root;
        for (int index = 0; index < path.getNameCount(); index++) {
            String step = String.valueOf(path.getElement(index));
            schema = node;
            node = step.equals("$ref") ? resolve(root, node) : step(node, step);
            boolean definition = step.equals("$ref") && field.path("title").isMissingNode();
            boolean use = index > 0 && isField(path, index);
            if (definition || use) {
                field = node;
            }
        }
        return new Rule(root, schema, field);
    }

    private static boolean isField(NodePath path, int index) {
        return "properties".equals(path.getElement(index - 1))
                || "items".equals(path.getElement(index))
                || "additionalProperties".equals(path.getElement(index));
    }

    private static JsonNode resolve(JsonNode root, JsonNode node) {
        return root.at(node.path("$ref").asString().substring(1));
    }

    private static JsonNode step(JsonNode node, String name) {
        return node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }

    String title() {
        return text("title");
    }

    String description() {
        return text("description");
    }

    /** How a value must look, where the schema defines a shape for several fields. */
    String shape() {
        return schema.equals(field) ? "" : schema.path("description").asString("");
    }

    /** How the keys of a map must look. */
    String shapeOfKeys() {
        JsonNode keys = schema.path("propertyNames");
        return resolved(keys).path("description").asString("");
    }

    /** The first example as one would write it; empty where there is none. */
    String example() {
        return written(field);
    }

    private static String written(JsonNode field) {
        JsonNode example = field.path("examples").path(0);
        return example.isContainer() ? FlowYaml.of(example) : example.asString("");
    }

    /** The description of a field of the object that the rule is about. */
    String descriptionOf(String name) {
        return property(name).path("description").asString("");
    }

    /** The example of a field of the object that the rule is about. */
    String exampleOf(String name) {
        return written(property(name));
    }

    /** A condition may want a field that is described beside it. */
    private JsonNode property(String name) {
        JsonNode here = schema.path("properties").path(name);
        return here.isMissingNode() ? resolved(field).path("properties").path(name) : here;
    }

    /** The fields that the schema knows at this place. */
    List<String> knownFields() {
        return List.copyOf(schema.path("properties").propertyNames());
    }

    /** Which of the fields at this place hold, or list what holds, a field of this name. */
    List<String> holders(String name) {
        List<String> holders = new ArrayList<>();
        for (String field : knownFields()) {
            JsonNode value = resolved(schema.path("properties").path(field));
            if (value.path("properties").has(name)) {
                holders.add("`" + field + "`");
            } else if (resolved(value.path("items")).path("properties").has(name)) {
                holders.add("an entry of `" + field + "`");
            }
        }
        return holders;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolve(root, node) : node;
    }

    /** Whether a text has the shape that is wanted here. */
    boolean takes(String text) {
        return Pattern.compile(schema.path("pattern").asString(""))
                        .matcher(text)
                        .find()
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && !text.equals(schema.path("not").path("const").asString(""));
    }

    /** The names of which {@code oneOf} wants exactly one. */
    List<String> choices() {
        List<String> names = new ArrayList<>();
        schema.path("oneOf")
                .forEach(branch -> names.add(branch.path("required").path(0).asString()));
        return names;
    }

    /** The values that {@code enum} lists. */
    List<String> values() {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asString()));
        return values;
    }

    /** The types that {@code type} names, one or several. */
    List<String> types() {
        JsonNode type = schema.path("type");
        List<String> types = new ArrayList<>();
        (type.isArray() ? type : List.of(type)).forEach(name -> types.add(name.asString("")));
        return types;
    }

    private String text(String key) {
        return field.path(key).isMissingNode() ? "" : field.path(key).asString();
    }
}
