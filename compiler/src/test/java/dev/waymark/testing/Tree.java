package dev.waymark.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A document, or a mapping in one: maps, lists, text, numbers and truth, in their order. */
public record Tree(Map<String, Object> map) {
    @SuppressWarnings("unchecked") // all keys are text
    private static Tree of(Object node) {
        return new Tree((Map<String, Object>) node);
    }

    /** The value of a key; fails where there is none. */
    public Object value(String key) {
        @Nullable Object value = map.get(key);
        if (value == null) {
            throw new AssertionError("there is no " + key + " in " + map);
        }
        return value;
    }

    /** The mapping behind some keys; empty where there is none. */
    public Tree at(String... keys) {
        Tree found = this;
        for (String key : keys) {
            found = of(found.map.getOrDefault(key, Map.of()));
        }
        return found;
    }

    /** The text of a key. */
    public String text(String key) {
        return (String) value(key);
    }

    /** What a key lists; nothing where there is no such key. */
    public List<Object> list(String key) {
        return new ArrayList<>((List<?>) map.getOrDefault(key, List.of()));
    }

    /** The mappings that a key lists. */
    public List<Tree> trees(String key) {
        return list(key).stream().map(Tree::of).toList();
    }

    /** The texts that a key lists. */
    public List<String> texts(String key) {
        return list(key).stream().map(String.class::cast).toList();
    }

    /** {@code metadata.name} */
    public String name() {
        return at("metadata").text("name");
    }

    /** This tree with another laid over it, as a strategic merge patch is where it holds mappings only. */
    public Tree merge(Tree above) {
        Map<String, Object> merged = new LinkedHashMap<>(map);
        above.map.forEach((key, value) -> merged.merge(key, value, Tree::merge));
        return new Tree(merged);
    }

    private static Object merge(Object below, Object above) {
        boolean mappings = below instanceof Map && above instanceof Map;
        return mappings ? of(below).merge(of(above)).map : above;
    }

    /** What stands here and not, or otherwise, in another tree. */
    public SortedMap<String, Object> minus(Tree other) {
        SortedMap<String, Object> leaves = leaves();
        leaves.entrySet().removeAll(other.leaves().entrySet());
        return leaves;
    }

    /** Each value by the JSON Pointer to it. */
    public SortedMap<String, Object> leaves() {
        SortedMap<String, Object> leaves = new TreeMap<>();
        collect("", map, leaves);
        return leaves;
    }

    private static void collect(String pointer, Object node, SortedMap<String, Object> leaves) {
        Map<String, Object> children = new LinkedHashMap<>();
        if (node instanceof Map) {
            children.putAll(of(node).map);
        } else if (node instanceof List<?> list) {
            list.forEach(item -> children.put(String.valueOf(children.size()), item));
        }
        if (children.isEmpty()) {
            leaves.put(pointer, node);
        }
        children.forEach((key, child) -> collect(pointer + "/" + escaped(key), child, leaves));
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
