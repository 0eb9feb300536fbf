package dev.waymark.schema;

import dev.waymark.testing.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A part of a schema.
 *
 * @param root the whole
 * @param pointer where it stands in the file
 * @param definition whether it only gives a shape to the parts that refer to it
 */
record Subschema(Tree root, String pointer, Tree tree, boolean definition) {
    /** A schema and its parts; conditions and choices are left out, since they describe nothing new. */
    static Stream<Subschema> all(Tree schema) {
        List<Subschema> found = new ArrayList<>();
        collect(new Subschema(schema, "", schema, false), found);
        return found.stream();
    }

    private static void collect(Subschema schema, List<Subschema> found) {
        found.add(schema);
        for (String keyword : List.of("properties", "$defs")) {
            for (String name : schema.tree.at(keyword).map().keySet()) {
                Tree part = schema.tree.at(keyword, name);
                collect(schema.part("/" + keyword + "/" + name, part, keyword.equals("$defs")), found);
            }
        }
        for (String keyword : List.of("items", "additionalProperties")) {
            if (schema.tree.map().get(keyword) instanceof Map) {
                Tree part = schema.tree.at(keyword);
                collect(schema.part("/" + keyword, part, false), found);
            }
        }
    }

    private Subschema part(String step, Tree part, boolean isDefinition) {
        return new Subschema(root, pointer + step, part, isDefinition);
    }

    /** The schema of a mapping whose one key, {@code value}, is held against this part. */
    Tree alone() {
        return new Tree(Map.of(
                "properties", Map.of("value", tree.map()),
                "$defs", root.at("$defs").map()));
    }

    /** This part, or the definition that it refers to. */
    private Tree resolved() {
        return resolved(tree, root);
    }

    private static Tree resolved(Tree part, Tree schema) {
        return part.map().containsKey("$ref")
                ? schema.at("$defs", part.text("$ref").substring("#/$defs/".length()))
                : part;
    }

    /** The words that it takes, where it takes no others. */
    List<String> words() {
        return resolved().texts("enum");
    }

    boolean isObject() {
        return tree.map().getOrDefault("type", "").equals("object");
    }

    /** The fields of a language, as pointers into its documents; an item of a list is a {@code *}. */
    static SortedSet<String> fields(Tree schema) {
        SortedSet<String> fields = new TreeSet<>();
        collectFields("", schema, schema, fields);
        return fields;
    }

    private static void collectFields(String path, Tree part, Tree schema, SortedSet<String> fields) {
        Tree resolved = resolved(part, schema);
        for (String name : resolved.at("properties").map().keySet()) {
            fields.add(path + "/" + name);
            collectFields(path + "/" + name, resolved.at("properties", name), schema, fields);
        }
        if (resolved.map().containsKey("items")) {
            collectFields(path + "/*", resolved.at("items"), schema, fields);
        }
    }

    @Override
    public String toString() {
        return root.text("title") + " " + pointer;
    }
}
