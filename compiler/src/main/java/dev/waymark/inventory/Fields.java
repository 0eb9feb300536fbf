package dev.waymark.inventory;

import dev.waymark.routing.Labels;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the fields of manifests, which may lack anything and have anything in the place of what belongs there. */
public final class Fields {
    private Fields() {}

    /** The value behind some keys. */
    public static Optional<YamlNode> at(YamlNode root, String... path) {
        Optional<YamlNode> node = Optional.of(root);
        for (String key : path) {
            node = node.filter(YamlMapping.class::isInstance).flatMap(found -> ((YamlMapping) found).value(key));
        }
        return node.filter(found -> !found.isNull());
    }

    public static Optional<YamlMapping> mapping(YamlNode root, String... path) {
        return at(root, path).filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
    }

    public static Optional<YamlScalar> scalar(YamlNode root, String... path) {
        return at(root, path).filter(YamlScalar.class::isInstance).map(YamlScalar.class::cast);
    }

    public static Optional<String> text(YamlNode root, String... path) {
        return scalar(root, path).map(YamlScalar::text);
    }

    /** The entries of a list; none where there is no list. */
    public static List<YamlNode> list(YamlNode root, String... path) {
        return at(root, path)
                .filter(YamlSequence.class::isInstance)
                .map(found -> ((YamlSequence) found).items())
                .orElse(List.of());
    }

    /** The texts in a list. */
    public static List<String> texts(YamlNode root, String... path) {
        return scalars(root, path).map(YamlScalar::text).toList();
    }

    public static Stream<YamlScalar> scalars(YamlNode root, String... path) {
        return list(root, path).stream().filter(YamlScalar.class::isInstance).map(YamlScalar.class::cast);
    }

    /** A mapping of texts, such as labels. */
    public static Labels labels(YamlNode root, String... path) {
        SortedMap<String, String> values = new TreeMap<>();
        SortedMap<String, Span> places = new TreeMap<>();
        mapping(root, path)
                .ifPresent(found -> found.entries().forEach((key, entry) -> {
                    if (entry.value() instanceof YamlScalar scalar) {
                        values.put(key, scalar.isNull() ? "" : scalar.text());
                        places.put(key, entry.span());
                    }
                }));
        return values.isEmpty() ? Labels.NONE : new Labels(values, places);
    }
}
