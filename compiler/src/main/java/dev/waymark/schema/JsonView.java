package dev.waymark.schema;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tree that the validator reads. Depth is bounded by the reader, so that recursion is safe. */
final class JsonView {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonView() {}

    static JsonNode of(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            ObjectNode object = NODES.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
            return object;
        }
        if (node instanceof YamlSequence sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((YamlScalar) node);
    }

    private static JsonNode scalar(YamlScalar scalar) {
        String text = scalar.text();
        return switch (scalar.type()) {
            case NULL -> NODES.nullNode();
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(text));
            case INTEGER -> NODES.numberNode(scalar.integer());
            case FLOAT -> decimal(text);
            case STRING -> NODES.stringNode(text);
        };
    }

    private static JsonNode decimal(String text) {
        boolean endless = text.endsWith("f") || text.endsWith("F") || text.endsWith("n") || text.endsWith("N");
        return endless ? NODES.numberNode(Double.NaN) : NODES.numberNode(new BigDecimal(text));
    }
}
