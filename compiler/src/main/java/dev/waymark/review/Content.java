package dev.waymark.review;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.stream.Collectors;

/** What a value says, as a text that is the same for the same content in any order. */
final class Content {
    private Content() {}

    static String of(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return mapping.list().stream()
                    .map(entry -> quoted(entry.key().text()) + ":" + of(entry.value()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof YamlSequence sequence) {
            return sequence.items().stream().map(Content::of).sorted().collect(Collectors.joining(",", "[", "]"));
        }
        YamlScalar scalar = (YamlScalar) node;
        return scalar.type() + quoted(scalar.text());
    }

    /** So that no text can look like two. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
