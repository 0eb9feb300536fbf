package dev.waymark.review;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a value says, as a text that is the same for the same content: order counts in lists that are no sets. */
final class Content {
    /** Lists whose order means nothing to who reads them. */
    private static final Set<String> SETS = Set.of(
            "addresses",
            "components",
            "exportTo",
            "finalizers",
            "hosts",
            "methods",
            "namespaces",
            "notMethods",
            "notNamespaces",
            "notPaths",
            "notPrincipals",
            "paths",
            "principals",
            "resources",
            "serviceAccounts",
            "values");

    private Content() {}

    /** Whether the order of a list means nothing. */
    static boolean isSet(String field) {
        return SETS.contains(field);
    }

    static String of(YamlNode node) {
        return of(node, "");
    }

    /** @param field that holds it */
    private static String of(YamlNode node, String field) {
        if (node instanceof YamlMapping mapping) {
            return mapping.list().stream()
                    .map(entry -> quoted(entry.key().text()) + ":"
                            + of(entry.value(), entry.key().text()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof YamlSequence sequence) {
            Stream<String> items = sequence.items().stream().map(item -> of(item, ""));
            return (isSet(field) ? items.sorted() : items).collect(Collectors.joining(",", "[", "]"));
        }
        YamlScalar scalar = (YamlScalar) node;
        return scalar.type() + quoted(scalar.text());
    }

    /** So that no text can look like two. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
