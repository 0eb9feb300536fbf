package dev.waymark.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Prints a schema as a person would: each keyword on a line of its own, and values on one line while they fit. */
final class SchemaText {
    private static final int WIDTH = 160;
    private static final Set<String> OF_FIELDS = Set.of("properties", "$defs");
    private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties");

    private SchemaText() {}

    static String of(JsonNode schema) {
        return schema(schema, "") + "\n";
    }

    private static String schema(JsonNode schema, String indent) {
        return block(schema, indent, (keyword, value) -> {
            if (OF_FIELDS.contains(keyword)) {
                return block(value, indent + "  ", (name, field) -> schema(field, indent + "    "));
            }
            return SCHEMAS.contains(keyword) && value.isObject()
                    ? schema(value, indent + "  ")
                    : value(value, indent + "  ", keyword.length() + 4);
        });
    }

    private interface Printer {
        String print(String key, JsonNode value);
    }

    private static String block(JsonNode object, String indent, Printer printer) {
        List<String> lines = object.properties().stream()
                .map(entry ->
                        indent + "  \"" + entry.getKey() + "\": " + printer.print(entry.getKey(), entry.getValue()))
                .toList();
        return lines(lines, "{", indent + "}");
    }

    /** @param before how much stands on the line already */
    private static String value(JsonNode value, String indent, int before) {
        String line = line(value);
        if (!value.isContainer() || indent.length() + before + line.length() <= WIDTH) {
            return line;
        }
        return value.isObject()
                ? block(value, indent, (key, child) -> value(child, indent + "  ", key.length() + 4))
                : lines(
                        children(value)
                                .map(item -> indent + "  " + value(item, indent + "  ", 0))
                                .toList(),
                        "[",
                        indent + "]");
    }

    private static String lines(List<String> lines, String open, String close) {
        return open + "\n" + String.join(",\n", lines) + "\n" + close;
    }

    private static String line(JsonNode value) {
        if (value.isArray()) {
            return children(value).map(SchemaText::line).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isObject()
                ? value.properties().stream().map(SchemaText::line).collect(Collectors.joining(", ", "{", "}"))
                : value.toString();
    }

    private static String line(Map.Entry<String, JsonNode> entry) {
        return "\"" + entry.getKey() + "\": " + line(entry.getValue());
    }

    private static Stream<JsonNode> children(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
