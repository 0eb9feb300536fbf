package dev.waymark.render;

import dev.waymark.kube.Resource.Embedded;
import dev.waymark.kube.Resource.Literal;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import dev.waymark.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was printed again and compares it, key by key and in order, with what should have been printed. */
final class Verification {
    private Verification() {}

    static void verify(String text, Map<String, Object> expected) {
        YamlStream stream = YamlReader.read(new SourceFile("rendered", text));
        boolean oneDocument = stream.damage().isEmpty() && stream.documents().size() == 1;
        if (!oneDocument || !stream.documents().get(0).problems().isEmpty()) {
            throw new IllegalStateException("what was rendered is not one plain YAML document:\n" + text);
        }
        YamlDocument document = stream.documents().get(0);
        if (!matches(document.root(), expected)) {
            throw new IllegalStateException("what was rendered differs from " + expected + ":\n" + text);
        }
    }

    private static boolean matches(YamlNode node, @Nullable Object expected) {
        if (expected instanceof Map<?, ?> map) {
            return node instanceof YamlMapping mapping && matches(mapping, map);
        }
        if (expected instanceof List<?> list) {
            return node instanceof YamlSequence sequence && matches(sequence.items(), list);
        }
        return expected != null && node instanceof YamlScalar scalar && matches(scalar, expected);
    }

    private static boolean matches(YamlMapping mapping, Map<?, ?> map) {
        boolean sameKeys = new ArrayList<>(mapping.entries().keySet()).equals(new ArrayList<>(map.keySet()))
                && mapping.list().stream().allMatch(entry -> entry.key().type() == ScalarType.STRING);
        return sameKeys
                && mapping.entries().entrySet().stream()
                        .allMatch(entry -> matches(entry.getValue().value(), map.get(entry.getKey())));
    }

    private static boolean matches(List<YamlNode> items, List<?> list) {
        if (items.size() != list.size()) {
            return false;
        }
        for (int index = 0; index < items.size(); index++) {
            if (!matches(items.get(index), list.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(YamlScalar scalar, Object expected) {
        if (expected instanceof Embedded embedded) {
            verify(scalar.text(), embedded.tree());
            return scalar.type() == ScalarType.STRING;
        }
        if (expected instanceof Literal literal) {
            return scalar.type() == ScalarType.ofPlain(literal.text())
                    && scalar.text().equals(literal.text());
        }
        ScalarType type = expected instanceof Integer ? ScalarType.INTEGER : ScalarType.STRING;
        return scalar.type() == type && scalar.text().equals(expected.toString());
    }
}
