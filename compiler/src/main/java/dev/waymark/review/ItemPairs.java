package dev.waymark.review;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out which items of two lists are the same thing: by what names them, else by what they hold. */
final class ItemPairs {
    /** Fields that tell the items of a list apart, the most telling ones first. */
    private static final List<List<String>> KEYS = List.of(
            List.of("kind", "namespace", "name"),
            List.of("kind", "name"),
            List.of("name"),
            List.of("key"),
            List.of("number"),
            List.of("port"),
            List.of("host"),
            List.of("address"),
            List.of("target"));

    /**
     * Items that belong together, or one that is new or gone.
     *
     * @param index in the new list, of what is gone in the old one
     */
    record Pair(int index, Optional<YamlNode> before, Optional<YamlNode> after) {}

    private record Item(int index, YamlNode node) {}

    private ItemPairs() {}

    /**
     * All pairs that may differ, in the order of the new list, and behind them what is gone.
     *
     * @param field that holds the lists
     */
    static List<Pair> of(String field, List<YamlNode> before, List<YamlNode> after) {
        List<Item> old = items(before);
        List<Item> now = items(after);
        List<Pair> pairs = new ArrayList<>();
        Optional<List<String>> key = key(old, now);
        if (key.isPresent()) {
            match(old, now, item -> named(item, key.get()), pairs);
        } else if (Content.isSet(field)) {
            match(old, now, item -> Content.of(item.node()), new ArrayList<>());
        } else {
            byPlace(old, now, pairs);
        }
        now.forEach(item -> pairs.add(new Pair(item.index(), Optional.empty(), Optional.of(item.node()))));
        old.forEach(item -> pairs.add(new Pair(item.index(), Optional.of(item.node()), Optional.empty())));
        return pairs;
    }

    /** Takes what both begin and end with, and pairs the rest item by item. */
    private static void byPlace(List<Item> old, List<Item> now, List<Pair> pairs) {
        while (!old.isEmpty() && !now.isEmpty() && isSame(old.get(0), now.get(0))) {
            old.remove(0);
            now.remove(0);
        }
        while (!old.isEmpty() && !now.isEmpty() && isSame(old.get(old.size() - 1), now.get(now.size() - 1))) {
            old.remove(old.size() - 1);
            now.remove(now.size() - 1);
        }
        while (!old.isEmpty() && !now.isEmpty()) {
            Item item = now.remove(0);
            pairs.add(new Pair(item.index(), Optional.of(old.remove(0).node()), Optional.of(item.node())));
        }
    }

    private static boolean isSame(Item before, Item after) {
        return Content.of(before.node()).equals(Content.of(after.node()));
    }

    private static List<Item> items(List<YamlNode> nodes) {
        List<Item> items = new ArrayList<>();
        nodes.forEach(node -> items.add(new Item(items.size(), node)));
        return items;
    }

    /** Takes those out of both lists that have the same key. */
    private static void match(List<Item> old, List<Item> now, Function<Item, String> key, List<Pair> pairs) {
        Map<String, Deque<Item>> byKey = new LinkedHashMap<>();
        old.forEach(item -> byKey.computeIfAbsent(key.apply(item), each -> new ArrayDeque<>())
                .add(item));
        List<Item> rest = new ArrayList<>();
        for (Item item : now) {
            Deque<Item> same = byKey.get(key.apply(item));
            if (same == null || same.isEmpty()) {
                rest.add(item);
            } else {
                pairs.add(new Pair(item.index(), Optional.of(same.remove().node()), Optional.of(item.node())));
            }
        }
        now.clear();
        now.addAll(rest);
        old.removeIf(
                item -> !byKey.getOrDefault(key.apply(item), new ArrayDeque<>()).contains(item));
    }

    /** The fields that all items have and that tell them apart. */
    private static Optional<List<String>> key(List<Item> old, List<Item> now) {
        if (old.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        return KEYS.stream().filter(key -> tells(key, old) && tells(key, now)).findFirst();
    }

    private static boolean tells(List<String> key, List<Item> items) {
        Set<String> seen = new HashSet<>();
        return items.stream()
                .allMatch(item -> item.node() instanceof YamlMapping mapping
                        && key.stream().allMatch(field -> mapping.entry(field).isPresent())
                        && seen.add(named(item, key)));
    }

    private static String named(Item item, List<String> key) {
        YamlMapping mapping = (YamlMapping) item.node();
        return key.stream()
                .map(field -> mapping.value(field).map(Content::of).orElse(""))
                .collect(Collectors.joining("\n"));
    }
}
