package dev.waymark.overlay;

import dev.waymark.testing.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes documents from a schema and the examples in it; most of them keep it. */
final class RandomInstance {
    /** What is true or nothing, and rules other fields out. */
    private static final Set<String> RARE = Set.of("remove", "add", "unset");

    private final Tree schema;
    private final Random random;

    RandomInstance(Tree schema, Random random) {
        this.schema = schema;
        this.random = random;
    }

    Tree next() {
        return new Tree(object(schema));
    }

    private Object value(Tree use) {
        Tree shape = use.map().containsKey("$ref")
                ? schema.at("$defs", use.text("$ref").substring("#/$defs/".length()))
                : use;
        String type = String.valueOf(shape.map().get("type"));
        if (type.equals("object") && shape.map().containsKey("properties") && random.nextInt(8) > 0) {
            return object(shape);
        }
        if (type.equals("array") && shape.map().containsKey("items") && random.nextInt(8) > 0) {
            return array(shape.at("items"));
        }
        List<Object> words = shape.list("enum");
        return one(words.isEmpty() ? use.list("examples") : words);
    }

    private Object one(List<Object> values) {
        return values.get(random.nextInt(values.size()));
    }

    private List<Object> array(Tree items) {
        List<Object> array = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            array.add(value(items));
        }
        return array;
    }

    private Map<String, Object> object(Tree shape) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<String> required = new ArrayList<>(shape.texts("required"));
        List<Tree> choices = shape.trees("oneOf");
        if (!choices.isEmpty()) {
            required.addAll(choices.get(random.nextInt(choices.size())).texts("required"));
        }
        Set<String> excluded = shape.texts("required").equals(required) ? Set.of() : alternatives(choices);
        shape.at("properties").map().keySet().forEach(name -> {
            boolean chosen = random.nextInt(RARE.contains(name) ? 12 : 4) == 0 && !excluded.contains(name);
            if (required.contains(name) || chosen) {
                object.put(name, value(shape.at("properties", name)));
            }
        });
        return object;
    }

    private static Set<String> alternatives(List<Tree> choices) {
        Set<String> names = new HashSet<>();
        choices.forEach(choice -> names.addAll(choice.texts("required")));
        return names;
    }
}
