package dev.waymark.kube;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Unmodifiable copies whose order is the same in every run, which {@code Map.copyOf} does not promise. */
public final class Ordered {
    private Ordered() {}

    public static <V> SortedMap<String, V> sorted(Map<String, ? extends V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    public static <T> List<T> list(Collection<? extends T> items) {
        return Collections.unmodifiableList(new ArrayList<>(items));
    }

    /** A tree node from keys and values in turn; an entry whose value is an empty map is left out, as in the templates. */
    public static Map<String, Object> tree(Object... keysAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            Object value = keysAndValues[index + 1];
            if (!(value instanceof Map<?, ?> map && map.isEmpty())) {
                tree.put((String) keysAndValues[index], value);
            }
        }
        return Collections.unmodifiableMap(tree);
    }
}
