package dev.waymark.lower;

import dev.waymark.kube.Resource.Literal;
import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What an author wrote in fields that Waymark does not know, as a tree to be printed. */
final class FreeTree {
    /** Keys that people write before all others. */
    private static final List<String> HEAD =
            List.of("apiVersion", "kind", "metadata", "spec", "name", "namespace", "labels", "annotations");

    private FreeTree() {}

    static Map<String, Object> of(YamlMapping mapping) {
        Map<String, Object> tree = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> tree.put(key, value(entry.value())));
        return ordered(tree, List.of());
    }

    private static Object value(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return of(mapping);
        }
        if (node instanceof YamlSequence sequence) {
            return sequence.items().stream().map(FreeTree::value).toList();
        }
        return scalar((YamlScalar) node);
    }

    /** Numbers and truths in a way that readers of YAML 1.1, such as those of Kubernetes, take for the same. */
    private static Object scalar(YamlScalar scalar) {
        ScalarType type = scalar.type();
        return switch (type) {
            case NULL -> new Literal("null");
            case BOOLEAN -> new Literal(scalar.text().toLowerCase(Locale.ROOT));
            case INTEGER -> new Literal(scalar.integer().toString());
            case FLOAT -> new Literal(scalar.text());
            case STRING -> scalar.text();
        };
    }

    /** A map with the keys that people write first in front, then some others in their order, and the rest sorted. */
    static Map<String, Object> ordered(Map<String, Object> tree, List<String> before) {
        Comparator<String> order = Comparator.comparingInt((String key) -> rank(HEAD, key))
                .thenComparingInt(key -> rank(before, key))
                .thenComparing(Comparator.naturalOrder());
        Map<String, Object> ordered = new LinkedHashMap<>();
        Stream<String> keys = tree.keySet().stream().sorted(order);
        keys.forEach(key -> ordered.put(key, tree.get(key)));
        return Collections.unmodifiableMap(ordered);
    }

    private static int rank(List<String> list, String key) {
        int index = list.indexOf(key);
        return index < 0 ? list.size() : index;
    }
}
