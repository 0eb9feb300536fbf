package dev.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import dev.waymark.yaml.YamlStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads YAML, and so JSON. */
public final class Yaml {
    private Yaml() {}

    /** The one document of a text. */
    public static Tree tree(String text) {
        List<Tree> documents = trees(text);
        assertThat(documents).as(text).hasSize(1);
        return documents.get(0);
    }

    /** All documents of a text. */
    public static List<Tree> trees(String text) {
        return documents(text).stream().map(Yaml::tree).toList();
    }

    /** A document as a tree. */
    public static Tree tree(YamlDocument document) {
        return tree((YamlMapping) document.root());
    }

    /** The mappings that the document of a text lists. */
    public static List<Tree> list(String text) {
        YamlSequence root = (YamlSequence) documents(text).get(0).root();
        return root.items().stream().map(item -> tree((YamlMapping) item)).toList();
    }

    private static List<YamlDocument> documents(String text) {
        YamlStream stream = YamlReader.read(new SourceFile("text", text));
        assertThat(stream.damage()).as(text).isEmpty();
        assertThat(stream.documents())
                .as(text)
                .allMatch(document -> document.problems().isEmpty());
        return stream.documents();
    }

    private static Tree tree(YamlMapping mapping) {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> map.put(key, value(entry.value())));
        return new Tree(map);
    }

    private static @Nullable Object value(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return tree(mapping).map();
        }
        if (node instanceof YamlSequence sequence) {
            return sequence.items().stream().map(Yaml::value).toList();
        }
        return value((YamlScalar) node);
    }

    private static @Nullable Object value(YamlScalar scalar) {
        return switch (scalar.type()) {
            case BOOLEAN -> Boolean.parseBoolean(scalar.text());
            case INTEGER -> scalar.integer().longValueExact();
            case FLOAT -> new BigDecimal(scalar.text());
            case STRING -> scalar.text();
            case NULL -> null;
        };
    }
}
