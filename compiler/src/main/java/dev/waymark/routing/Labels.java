package dev.waymark.routing;

import dev.waymark.kube.Ordered;
import dev.waymark.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Labels or annotations of an object.
 *
 * @param places where they stand, as far as that is known
 */
public record Labels(SortedMap<String, String> values, SortedMap<String, Span> places) {
    public static final Labels NONE = new Labels(new TreeMap<>(), new TreeMap<>());

    public Labels {
        values = Ordered.sorted(values);
        places = Ordered.sorted(places);
    }

    /** Labels that all stand at one place. */
    public static Labels at(Map<String, String> values, Span place) {
        SortedMap<String, Span> places = new TreeMap<>();
        values.keySet().forEach(key -> places.put(key, place));
        return new Labels(new TreeMap<>(values), places);
    }

    /** Both, where the others win. */
    public Labels and(Labels others) {
        if (others.values.isEmpty()) {
            return this;
        }
        SortedMap<String, String> all = new TreeMap<>(values);
        all.putAll(others.values);
        SortedMap<String, Span> allPlaces = new TreeMap<>(places);
        allPlaces.keySet().removeAll(others.values.keySet());
        allPlaces.putAll(others.places);
        return new Labels(all, allPlaces);
    }

    /** The same without the value of a key, if it is there. */
    public Labels emptied(String key) {
        if (!values.containsKey(key)) {
            return this;
        }
        SortedMap<String, String> others = new TreeMap<>(values);
        others.put(key, "");
        return new Labels(others, places);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Optional<Span> place(String key) {
        return Optional.ofNullable(places.get(key));
    }
}
