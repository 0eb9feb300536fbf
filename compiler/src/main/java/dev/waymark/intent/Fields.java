package dev.waymark.intent;

import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Typed access to the fields of a mapping that has passed the schema. */
record Fields(YamlMapping mapping) {
    static Fields of(YamlNode node) {
        return new Fields((YamlMapping) node);
    }

    /** The mapping of a field; empty where the field is not there. */
    Fields fields(String key) {
        YamlMapping none = new YamlMapping(mapping.span(), new LinkedHashMap<>());
        return new Fields((YamlMapping) mapping.value(key).orElse(none));
    }

    boolean has(String key) {
        return mapping.entry(key).isPresent();
    }

    Text text(String key) {
        return optionalText(key).orElseThrow();
    }

    Optional<Text> optionalText(String key) {
        return mapping.value(key).map(Fields::text);
    }

    /** The text of a field, or what stands for it at the first field of the mapping. */
    Text textOr(String key, String value) {
        return optionalText(key).orElseGet(() -> new Text(value, firstEntry()));
    }

    private Span firstEntry() {
        return mapping.list().stream().findFirst().map(YamlMapping.Entry::span).orElse(mapping.span());
    }

    Optional<Flag> flag(String key) {
        return mapping.value(key).map(node -> new Flag(Boolean.parseBoolean(((YamlScalar) node).text()), node.span()));
    }

    <T> Optional<T> optional(String key, Function<Fields, T> bind) {
        return mapping.value(key).map(node -> bind.apply(of(node)));
    }

    Optional<Integer> number(String key) {
        return mapping.value(key).map(Fields::number);
    }

    static int number(YamlNode node) {
        return ((YamlScalar) node).integer().intValueExact();
    }

    /** The whole mapping. */
    Span span() {
        return mapping.span();
    }

    /** From the key of a field to the end of its value. */
    Span span(String key) {
        return mapping.entry(key).orElseThrow().span();
    }

    <T> List<T> list(String key, Function<Fields, T> bind) {
        return items(key).stream().map(item -> bind.apply(of(item))).toList();
    }

    List<Text> texts(String key) {
        return items(key).stream().map(Fields::text).toList();
    }

    /** The entries of a map whose keys are the author's. */
    List<Setting> settings(String key) {
        return fields(key).mapping.list().stream()
                .map(entry -> new Setting(text(entry.key()), text(entry.value())))
                .toList();
    }

    /** The entries of a map whose keys are the author's and whose values are mappings or numbers. */
    <T> List<T> entries(String key, BiFunction<Text, YamlNode, T> bind) {
        return fields(key).mapping.list().stream()
                .map(entry -> bind.apply(text(entry.key()), entry.value()))
                .toList();
    }

    private List<YamlNode> items(String key) {
        return mapping.value(key).map(node -> ((YamlSequence) node).items()).orElse(List.of());
    }

    private static Text text(YamlNode node) {
        return new Text(((YamlScalar) node).text(), node.span());
    }
}
