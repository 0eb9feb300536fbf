package dev.waymark.lower;

import dev.waymark.kube.Resource.Literal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Parts of objects in which a key always holds the same kind of value, as in an API, and patches for them. */
final class RandomTrees {
    private static final List<String> NAMES = List.of("istio-proxy", "helper", "other");

    private final Random random;

    RandomTrees(long seed) {
        this.random = new Random(seed);
    }

    /** A tree as one would find it, or derive it: nothing in it is undone. */
    Map<String, Object> tree() {
        return tree(3, false);
    }

    /** A tree that may also undo something. */
    Map<String, Object> patch() {
        Map<String, Object> patch = tree(3, true);
        patch.remove("$patch");
        return patch;
    }

    private Map<String, Object> tree(int depth, boolean undoing) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String key : keys()) {
            if (random.nextInt(10) < 4) {
                tree.put(key, undoing && random.nextInt(8) == 0 ? new Literal("null") : value(key, depth, undoing));
            }
        }
        if (undoing && random.nextInt(10) == 0) {
            tree.put("$patch", "replace");
        }
        return tree;
    }

    /** In any order. */
    private List<String> keys() {
        List<String> keys =
                new ArrayList<>(List.of("metadata", "spec", "template", "name", "replicas", "args", "containers"));
        Collections.shuffle(keys, random);
        return keys;
    }

    private Object value(String key, int depth, boolean undoing) {
        return switch (key) {
            case "name", "replicas" -> new Literal(Integer.toString(random.nextInt(5)));
            case "args" ->
                random.ints(random.nextInt(3), 0, 9).mapToObj(Integer::toString).toList();
            case "containers" -> containers(depth - 1, undoing);
            default -> depth == 0 ? new LinkedHashMap<>() : tree(depth - 1, undoing);
        };
    }

    private List<Object> containers(int depth, boolean undoing) {
        List<Object> containers = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                Map<String, Object> container = tree(Math.max(depth, 0), undoing);
                container.remove("$patch");
                container.put("name", name);
                if (undoing && random.nextInt(8) == 0) {
                    container.put("$patch", "delete");
                }
                containers.add(container);
            }
        }
        Collections.shuffle(containers, random);
        if (undoing && random.nextInt(8) == 0) {
            containers.add(random.nextInt(containers.size() + 1), Map.of("$patch", "replace"));
        }
        return containers;
    }
}
