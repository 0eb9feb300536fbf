package dev.waymark.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Examples of the schema as one would write them on one line of an intent. */
final class FlowYaml {
    /** What needs no quotes: a word that YAML takes for nothing else. */
    private static final Pattern PLAIN = Pattern.compile("(?!(?:true|false|null)$)[A-Za-z][-A-Za-z0-9_./]*");

    private FlowYaml() {}

    static String of(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> parts.add(of(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (node.isObject()) {
            node.properties().forEach(entry -> parts.add(text(entry.getKey()) + ": " + of(entry.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        return node.isString() ? text(node.asString()) : node.toString();
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() ? text : "\"" + text + "\"";
    }
}
