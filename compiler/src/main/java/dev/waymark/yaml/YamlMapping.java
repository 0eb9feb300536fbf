package dev.waymark.yaml;

import dev.waymark.source.Span;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** A mapping; its entries keep the order of the text. */
public record YamlMapping(Span span, Map<String, Entry> entries) implements YamlNode {
    /** A key with its place, and its value. */
    public record Entry(YamlScalar key, YamlNode value) {
        /** From the key to the end of the value. */
        public Span span() {
            return key.span().to(value.span());
        }
    }

    public YamlMapping {
        entries = Collections.unmodifiableMap(entries);
    }

    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    public Optional<YamlNode> value(String key) {
        return entry(key).map(Entry::value);
    }

    /** The text of a scalar value. */
    public Optional<String> text(String key) {
        return value(key).filter(YamlScalar.class::isInstance).map(node -> ((YamlScalar) node).text());
    }

    public Collection<Entry> list() {
        return entries.values();
    }
}
