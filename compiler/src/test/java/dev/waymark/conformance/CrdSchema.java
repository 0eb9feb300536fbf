package dev.waymark.conformance;

import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The schema that a CustomResourceDefinition has for one version of its kind, as strict as the API server is: fields that
 * it does not know are refused, and so are entries of a keyed list that share their key. Rules in CEL
 * ({@code x-kubernetes-validations}) are not evaluated.
 *
 * @param part the same for the body of a server-side apply, which may leave required fields to others
 * @param lists the schema as it is published, for the keys of lists
 */
record CrdSchema(String apiVersion, String kind, JsonSchema schema, JsonSchema part, Tree lists) {
    private static final String UNKNOWN = "x-kubernetes-preserve-unknown-fields";

    /** What every object has, and the API server checks by itself; as far as it is rendered. */
    private static final String OBJECT = """
            type: object
            required: [apiVersion, kind, metadata]
            properties:
              metadata:
                type: object
                required: [name, namespace]
                additionalProperties: false
                properties:
                  name: {type: string}
                  namespace: {type: string}
                  labels: {type: object, additionalProperties: {type: string}}
                  annotations: {type: object, additionalProperties: {type: string}}
            """;

    /** The kinds of the core group that are rendered: no definition of them is published, and nothing but metadata is. */
    private static List<CrdSchema> core() {
        String inNoNamespace =
                OBJECT.replace("[name, namespace]", "[name]").replace("      namespace: {type: string}\n", "");
        return List.of(
                of("v1", "Service", new Tree(Map.of()), OBJECT),
                of("v1", "Namespace", new Tree(Map.of()), inNoNamespace));
    }

    /** The schemas of a folder of definitions, every version of every kind. */
    static List<CrdSchema> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new AssertionError(
                    folder.toAbsolutePath() + " is no folder: name the one with the upstream CRDs by -Dcrds=PATH");
        }
        List<CrdSchema> schemas = new ArrayList<>(core());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                Tree spec = Yaml.tree(Files.readString(file)).at("spec");
                spec.trees("versions").forEach(version -> schemas.add(of(spec, version)));
            }
        }
        return schemas;
    }

    private static CrdSchema of(Tree spec, Tree version) {
        String apiVersion = spec.text("group") + "/" + version.text("name");
        Tree published = version.at("schema", "openAPIV3Schema");
        return of(apiVersion, spec.at("names").text("kind"), published, OBJECT);
    }

    private static CrdSchema of(String apiVersion, String kind, Tree published, String object) {
        Tree identity = new Tree(
                Map.of("properties", Map.of("apiVersion", Map.of("const", apiVersion), "kind", Map.of("const", kind))));
        Tree every = Yaml.tree(object).merge(identity);
        JsonSchema whole = JsonSchema.of(strict(published.merge(every)));
        JsonSchema part = JsonSchema.of(strict(withoutRequired(published).merge(every)));
        return new CrdSchema(apiVersion, kind, whole, part, published);
    }

    private static Tree withoutRequired(Tree schema) {
        Map<String, Object> rest = new LinkedHashMap<>();
        schema.map().forEach((keyword, value) -> {
            // A field may be called like the keyword, but its schema is no list.
            if (!(keyword.equals("required") && value instanceof List)) {
                rest.put(
                        keyword,
                        value instanceof Map
                                ? withoutRequired(schema.at(keyword)).map()
                                : value);
            }
        });
        return new Tree(rest);
    }

    boolean isOf(Tree document) {
        return apiVersion.equals(document.text("apiVersion")) && kind.equals(document.text("kind"));
    }

    /** All that a document breaks. */
    List<String> violations(Tree document) {
        List<String> violations = new ArrayList<>(schema.violations(document));
        checkKeys(lists, document.map(), violations);
        return violations;
    }

    /** All that a body breaks that is applied to an object of somebody else's. */
    List<String> violationsOfPart(Tree document) {
        List<String> violations = new ArrayList<>(part.violations(document));
        checkKeys(lists, document.map(), violations);
        return violations;
    }

    /** A schema in which mappings have the fields that it lists and no others; what JSON Schema lacks is left out. */
    private static Tree strict(Tree schema) {
        Map<String, Object> strict = new LinkedHashMap<>();
        schema.map().forEach((keyword, value) -> {
            switch (keyword) {
                case "properties" -> strict.put(keyword, strictProperties(schema.at(keyword)));
                case "items" -> strict.put(keyword, strict(schema.at(keyword)).map());
                case "additionalProperties" ->
                    strict.put(
                            keyword,
                            value instanceof Map ? strict(schema.at(keyword)).map() : value);
                default -> {
                    if (!keyword.startsWith("x-kubernetes-")) {
                        strict.put(keyword, value);
                    }
                }
            }
        });
        if (strict.containsKey("properties") && !schema.map().containsKey(UNKNOWN)) {
            strict.putIfAbsent("additionalProperties", false);
        }
        return new Tree(strict);
    }

    private static Map<String, Object> strictProperties(Tree properties) {
        Map<String, Object> strict = new LinkedHashMap<>();
        properties
                .map()
                .keySet()
                .forEach(name -> strict.put(name, strict(properties.at(name)).map()));
        return strict;
    }

    private static void checkKeys(Tree schema, Object value, List<String> violations) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, child) -> checkKeys(schema.at("properties", String.valueOf(name)), child, violations));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> checkKeys(schema.at("items"), item, violations));
            checkKeys(schema.texts("x-kubernetes-list-map-keys"), list, violations);
        }
    }

    private static void checkKeys(List<String> keys, List<?> entries, List<String> violations) {
        Set<Object> seen = new HashSet<>();
        for (Object entry : entries) {
            if (!keys.isEmpty()
                    && !seen.add(keys.stream().map(((Map<?, ?>) entry)::get).toList())) {
                violations.add(entry + " has the same " + keys + " as another entry");
            }
        }
    }

    @Override
    public String toString() {
        return kind + " of " + apiVersion;
    }
}
