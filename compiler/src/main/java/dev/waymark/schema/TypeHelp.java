package dev.waymark.schema;

import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way out for a value of the wrong type.
 *
 * @param example help that shows a right value; may be empty
 */
record TypeHelp(Rule rule, YamlNode node, String example) {
    /** A field and its value as they are read where no space divides them. */
    private static final Pattern GLUED = Pattern.compile("([A-Za-z]+):(\\S.*)");

    String words() {
        String type = rule.types().size() == 1 ? rule.types().get(0) : "";
        if (node instanceof YamlScalar scalar && scalar.type() != ScalarType.NULL) {
            return ofScalar(type, scalar.text());
        }
        if (node instanceof YamlMapping && type.equals("array")) {
            return with("begin each entry with `- `");
        }
        return node instanceof YamlSequence && type.equals("object") ? with("write its fields without `- `") : example;
    }

    private String ofScalar(String type, String text) {
        return switch (type) {
            case "string" -> quoted(text);
            case "object" -> divided(text);
            default ->
                NearValue.ofType(type, text).map(near -> meant(text, near)).orElse(example);
        };
    }

    private String quoted(String text) {
        boolean legal = rule.values().isEmpty() || rule.values().contains(text);
        return legal ? "quote it: \"" + text + "\"" : "one of: " + String.join(", ", rule.values());
    }

    private String divided(String text) {
        Matcher glued = GLUED.matcher(text);
        boolean field = glued.matches() && rule.knownFields().contains(glued.group(1));
        return field ? "put a space behind the colon: `" + glued.group(1) + ": " + glued.group(2) + "`" : example;
    }

    private static String meant(String text, String near) {
        return text.equals(near) ? "write it without quotes: " + near : "did you mean `" + near + "`?";
    }

    private String with(String advice) {
        return example.isEmpty() ? advice : advice + "; " + example;
    }
}
