package dev.waymark.overlay;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list while overlays are laid over it. An item keeps its number when others are taken out. */
final class ListDraft {
    private final YamlSequence origin;
    private final List<YamlNode> items;
    private final Map<Integer, MappingDraft> opened = new HashMap<>();
    private final Set<Integer> removed = new HashSet<>();

    ListDraft(YamlSequence origin) {
        this.origin = origin;
        this.items = new ArrayList<>(origin.items());
    }

    List<YamlNode> items() {
        return items;
    }

    /** An item that is a mapping, to be changed in its place. */
    MappingDraft open(int item) {
        return opened.computeIfAbsent(item, number -> new MappingDraft((YamlMapping) items.get(number)));
    }

    void remove(int item) {
        removed.add(item);
    }

    boolean isEmpty() {
        return removed.size() == items.size();
    }

    /** Appends an item and gives its number. */
    int add(YamlNode item) {
        items.add(item);
        return items.size() - 1;
    }

    /** The list as it now is; the same instance if nothing changed. */
    YamlSequence node() {
        List<YamlNode> kept = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            if (!removed.contains(item)) {
                kept.add(opened.containsKey(item) ? open(item).node() : items.get(item));
            }
        }
        YamlSequence node = new YamlSequence(origin.span(), kept);
        return node.equals(origin) ? origin : node;
    }
}
