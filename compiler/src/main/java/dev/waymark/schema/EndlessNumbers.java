package dev.waymark.schema;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/** Numbers that YAML has and JSON has not; no schema can speak of them, and Kubernetes refuses a manifest with one. */
final class EndlessNumbers {
    private EndlessNumbers() {}

    static List<Diagnostic> in(YamlNode root) {
        List<Diagnostic> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(YamlNode node, List<Diagnostic> found) {
        if (node instanceof YamlMapping mapping) {
            mapping.list().forEach(entry -> collect(entry.value(), found));
        } else if (node instanceof YamlSequence sequence) {
            sequence.items().forEach(item -> collect(item, found));
        } else if (node instanceof YamlScalar scalar && scalar.isEndless()) {
            found.add(Diagnostic.of(
                            Code.SCHEMA_VIOLATION,
                            "`" + scalar.text() + "` is a number that JSON does not have",
                            "Read by Kubernetes as JSON, which knows numbers that end.",
                            "write a number that ends, or quote it if it is text")
                    .at(scalar.span()));
        }
    }
}
