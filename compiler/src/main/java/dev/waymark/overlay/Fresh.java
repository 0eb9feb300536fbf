package dev.waymark.overlay;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an overlay states anew: without its markers, as there is nothing below that they could speak of. */
record Fresh(Misses misses) {
    YamlMapping entry(OverlayEntry entry) {
        return mapping(entry.words(), entry.shape(), entry.mapping());
    }

    Entry field(String words, Shape shape, Entry above) {
        return above.value() instanceof YamlMapping value
                ? new Entry(above.key(), mapping(words, shape, value))
                : above;
    }

    /** @param words what the mapping is, for messages */
    private YamlMapping mapping(String words, Shape shape, YamlMapping above) {
        shape.unset(above).forEach(field -> misses.unset(words, field, List::of));
        Map<String, Entry> entries = new LinkedHashMap<>();
        above.entries().forEach((name, entry) -> {
            if (!shape.isMarker(name)) {
                entries.put(name, shape.of(name).isEntry() ? list(words, shape, entry, above) : entry);
            }
        });
        return new YamlMapping(above.span(), entries);
    }

    private Entry list(String words, Shape owner, Entry field, YamlMapping above) {
        Shape shape = owner.of(field.key().text());
        String home = Identity.home(owner, above);
        List<YamlNode> fresh = new ArrayList<>();
        for (YamlMapping item : Shape.items(field)) {
            OverlayEntry.of(shape, item, home).ifPresent(entry -> {
                if (entry.removes()) {
                    misses.entry(words, entry, List::of);
                } else {
                    fresh.add(entry(entry));
                }
            });
        }
        return new Entry(field.key(), new YamlSequence(field.value().span(), fresh));
    }
}
