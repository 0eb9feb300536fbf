package dev.waymark.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of one document.
 *
 * @param pointer the way to it, with the numbers of list items
 */
public record Field(String pointer) {
    /** The field whatever the items are. */
    public String name() {
        return pointer.replaceAll("/[0-9]+(?=/|$)", "/*");
    }

    /** A document with another value in this field, or without it. */
    public Tree changed(Tree document, Optional<Object> value) {
        List<String> steps = Stream.of(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
        return new Tree(changed(document.map(), steps, value));
    }

    private static Map<String, Object> changed(
            Map<String, Object> mapping, List<String> steps, Optional<Object> value) {
        Map<String, Object> changed = new LinkedHashMap<>(mapping);
        String key = steps.get(0);
        List<String> below = steps.subList(1, steps.size());
        if (!below.isEmpty()) {
            changed.computeIfPresent(key, (name, child) -> changed(child, below, value));
        } else if (value.isPresent()) {
            changed.put(key, value.get());
        } else {
            changed.remove(key);
        }
        return changed;
    }

    @SuppressWarnings("unchecked") // all keys are text
    private static Object changed(Object node, List<String> steps, Optional<Object> value) {
        if (steps.isEmpty()) {
            return value.orElseThrow();
        }
        if (!(node instanceof List<?> list)) {
            return changed((Map<String, Object>) node, steps, value);
        }
        List<Object> changed = new ArrayList<>(list);
        int index = Integer.parseInt(steps.get(0));
        changed.set(index, changed(changed.get(index), steps.subList(1, steps.size()), value));
        return changed;
    }

    @Override
    public String toString() {
        return pointer;
    }
}
