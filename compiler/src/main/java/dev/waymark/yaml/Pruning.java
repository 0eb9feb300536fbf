package dev.waymark.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes out of a tree what nobody reads, where that was not known while it was built. */
final class Pruning {
    private Pruning() {}

    static YamlMapping of(YamlMapping mapping, Kept kept) {
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.list()) {
            Kept field = kept.field(entry.key().text());
            if (field != Kept.NOTHING) {
                YamlNode value = field == Kept.ALL ? entry.value() : of(entry.value(), field);
                entries.put(entry.key().text(), new YamlMapping.Entry(entry.key(), value));
            }
        }
        return new YamlMapping(mapping.span(), entries);
    }

    private static YamlNode of(YamlNode node, Kept kept) {
        if (node instanceof YamlMapping mapping) {
            return of(mapping, kept);
        }
        if (node instanceof YamlSequence sequence) {
            List<YamlNode> items =
                    sequence.items().stream().map(item -> of(item, kept)).toList();
            return new YamlSequence(sequence.span(), items);
        }
        return node;
    }
}
