package dev.waymark.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of a document that aliases may name. */
final class Anchors {
    private final Map<String, Anchored> values = new HashMap<>();
    private int nodes;

    /**
     * A value with a name.
     *
     * @param nodes how many values it is made of, with what its own aliases stand for
     * @param height how deep they lie in each other
     */
    record Anchored(YamlNode node, int nodes, int height) {}

    void clear() {
        values.clear();
        nodes = 0;
    }

    /** Whether so many values may be held only because they have names. */
    boolean add(String name, Anchored value) {
        values.put(name, value);
        nodes += value.nodes;
        return nodes <= YamlReader.MAX_NODES;
    }

    Optional<Anchored> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
