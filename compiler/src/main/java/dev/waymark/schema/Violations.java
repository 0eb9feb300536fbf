package dev.waymark.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.NearName;
import dev.waymark.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reduces what the validator reports to one finding for each mistake: a misspelled field is not also a missing one, a
 * value of the wrong type not also an unknown word, and the branches of a choice say nothing beside the choice.
 */
final class Violations {
    private final JsonNode schema;
    private final YamlDocument document;
    private final Map<NodePath, List<String>> unknown = new LinkedHashMap<>();

    private Violations(JsonNode schema, YamlDocument document) {
        this.schema = schema;
        this.document = document;
    }

    static List<Diagnostic> describe(List<Error> errors, JsonNode schema, YamlDocument document) {
        return new Violations(schema, document).describe(errors);
    }

    private List<Diagnostic> describe(List<Error> errors) {
        for (Error error : errors) {
            if (error.getKeyword().equals("additionalProperties")) {
                unknown.computeIfAbsent(error.getInstanceLocation(), path -> new ArrayList<>())
                        .add(error.getProperty());
            }
        }
        Map<Object, Violation> kept = new LinkedHashMap<>();
        for (Error error : errors) {
            Violation violation = new Violation(error, Rule.at(schema, error.getEvaluationPath()), document);
            if (!violation.isBranch() && !isMisspelled(violation)) {
                kept.merge(violation.subject(), violation, Violation::clearer);
            }
        }
        return kept.values().stream().map(Violation::describe).toList();
    }

    /** Whether what is missing stands there under a wrong name; a choice that is not made at all does for sure. */
    private boolean isMisspelled(Violation violation) {
        List<String> names = unknown.getOrDefault(violation.location(), List.of());
        return switch (violation.keyword()) {
            case "oneOf" -> !names.isEmpty() && violation.isUndecided();
            case "required" ->
                names.stream()
                        .anyMatch(name ->
                                NearName.of(name, List.of(violation.property())).isPresent());
            default -> false;
        };
    }
}
