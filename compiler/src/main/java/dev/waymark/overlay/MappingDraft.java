package dev.waymark.overlay;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlSequence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping while overlays are laid over it. A key and its value always come from one file: what is replaced is replaced
 * with its key, so that the span of an entry stays one stretch of a text.
 */
final class MappingDraft {
    private final YamlMapping origin;
    private final Map<String, Entry> entries;
    private final Map<String, MappingDraft> mappings = new HashMap<>();
    private final Map<String, ListDraft> lists = new HashMap<>();

    MappingDraft(YamlMapping origin) {
        this.origin = origin;
        this.entries = new LinkedHashMap<>(origin.entries());
    }

    YamlMapping origin() {
        return origin;
    }

    Set<String> fields() {
        return entries.keySet();
    }

    boolean has(String field) {
        return entries.containsKey(field);
    }

    /** Takes a field out; whether it was there. */
    boolean remove(String field) {
        mappings.remove(field);
        lists.remove(field);
        return entries.remove(field) != null;
    }

    /** States a field, in place of what it says so far. */
    void put(Entry entry) {
        String field = entry.key().text();
        mappings.remove(field);
        lists.remove(field);
        entries.put(field, entry);
    }

    /** The mapping that a field holds, to be changed in its place; empty where it holds something else or nothing. */
    Optional<MappingDraft> mapping(String field) {
        Entry entry = entries.get(field);
        return entry != null && entry.value() instanceof YamlMapping value
                ? Optional.of(mappings.computeIfAbsent(field, name -> new MappingDraft(value)))
                : Optional.empty();
    }

    /** The list that a field holds, to be changed in its place; empty where it holds something else or nothing. */
    Optional<ListDraft> list(String field) {
        Entry entry = entries.get(field);
        return entry != null && entry.value() instanceof YamlSequence value
                ? Optional.of(lists.computeIfAbsent(field, name -> new ListDraft(value)))
                : Optional.empty();
    }

    /** The mapping as it now is; the same instance if nothing changed. */
    YamlMapping node() {
        mappings.forEach((field, draft) -> replace(field, draft.node()));
        lists.forEach((field, draft) -> replace(field, draft.node()));
        YamlMapping node = new YamlMapping(origin.span(), entries);
        return node.equals(origin) ? origin : node;
    }

    private void replace(String field, YamlNode value) {
        entries.computeIfPresent(field, (name, entry) -> new Entry(entry.key(), value));
    }
}
