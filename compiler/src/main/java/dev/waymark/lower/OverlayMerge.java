package dev.waymark.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays an author's overlay over a derived one. Both are patches that istiod applies to what it makes, so that one
 * which undoes something, by {@code null} or by a directive of strategic merge patches, must still say so.
 */
final class OverlayMerge {
    private static final String DIRECTIVE = "$patch";

    private OverlayMerge() {}

    static Map<String, Object> merge(Map<String, Object> ours, Map<String, Object> theirs) {
        return replaces(theirs) ? theirs : mappings(ours, theirs);
    }

    private static Object merge(String key, Object ours, Object theirs) {
        if (ours instanceof Map<?, ?> below && theirs instanceof Map<?, ?> above && !replaces(above)) {
            return mappings(below, above);
        }
        boolean containers = key.equals("containers");
        return containers && ours instanceof List<?> below && theirs instanceof List<?> above && !replaces(above)
                ? byName(below, above)
                : theirs;
    }

    /** The keys of ours keep their order, since it is the one that people write. */
    private static Map<String, Object> mappings(Map<?, ?> ours, Map<?, ?> theirs) {
        Map<String, Object> merged = new LinkedHashMap<>();
        ours.forEach((key, value) -> merged.put((String) key, value));
        List<String> derived = new ArrayList<>(merged.keySet());
        theirs.forEach(
                (key, value) -> merged.merge((String) key, value, (below, above) -> merge((String) key, below, above)));
        return FreeTree.ordered(merged, derived);
    }

    private static List<Object> byName(List<?> ours, List<?> theirs) {
        Map<Object, Object> merged = new LinkedHashMap<>();
        ours.forEach(item -> merged.put(name(item), item));
        theirs.forEach(item -> merged.merge(name(item), item, (below, above) -> merge("", below, above)));
        return new ArrayList<>(merged.values());
    }

    private static Object name(Object item) {
        Object name = item instanceof Map<?, ?> map ? map.get("name") : null;
        return name == null ? item : name;
    }

    private static boolean replaces(Map<?, ?> theirs) {
        Object directive = theirs.get(DIRECTIVE);
        return "replace".equals(directive) || "delete".equals(directive);
    }

    /** In a list the directive is an item of its own. */
    private static boolean replaces(List<?> theirs) {
        return theirs.stream()
                .anyMatch(item -> item instanceof Map<?, ?> map && !map.containsKey("name") && replaces(map));
    }
}
