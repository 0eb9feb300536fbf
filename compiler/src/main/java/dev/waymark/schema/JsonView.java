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
    private static final JsonNode NO_NUMBER = NODES.numberNode(Double.NaN);
    private static final int MOST_DIGITS = 1_000;
    private static final int MOST_ZEROS = 1_000;

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
            case INTEGER -> text.length() <= MOST_DIGITS ? NODES.numberNode(scalar.integer()) : NO_NUMBER;
            case FLOAT -> decimal(text);
            case STRING -> new JsonText(text);
        };
    }

    /** A fraction, or a whole number that is written like one; what is larger than any field takes is no number. */
    private static JsonNode decimal(String text) {
        if (text.length() > MOST_DIGITS) {
            return NO_NUMBER;
        }
        try {
            BigDecimal value = new BigDecimal(text).stripTrailingZeros();
            if (value.scale() > 0) {
                return NODES.numberNode(value);
            }
            return value.scale() > -MOST_ZEROS ? NODES.numberNode(value.toBigInteger()) : NO_NUMBER;
        } catch (NumberFormatException e) {
            return NO_NUMBER;
        }
    }
}
