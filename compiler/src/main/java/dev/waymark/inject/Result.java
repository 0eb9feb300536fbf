package dev.waymark.inject;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.render.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message as KRM functions give it.
 *
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param object that it is about
 * @param field of that object, as in {@code spec.waypoints[0].name}; empty if it is about all of it
 */
public record Result(String message, String severity, Reference object, String field) {
    /** An object of the list. */
    public record Reference(String apiVersion, String kind, Optional<String> namespace, String name) {
        private Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("apiVersion", apiVersion);
            fields.put("kind", kind);
            namespace.ifPresent(text -> fields.put("namespace", text));
            fields.put("name", name);
            return fields;
        }
    }

    /** What was found, about an object. */
    public static Result of(Diagnostic diagnostic, Reference object, String field) {
        String severity = switch (diagnostic.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "info";
        };
        return new Result(diagnostic.code().id() + " " + diagnostic.message(), severity, object, field);
    }

    /** {@code /spec/waypoints/0/name} as a path of fields. */
    public static String field(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String step : pointer.split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            if (name.matches("[0-9]+")) {
                path.append('[').append(name).append(']');
            } else if (!name.isEmpty()) {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    static String block(List<Result> results) {
        return results.stream().map(Result::block).collect(Collectors.joining());
    }

    static String flow(List<Result> results) {
        return results.stream().map(Result::flow).collect(Collectors.joining(", ", "[", "]"));
    }

    private String block() {
        StringBuilder lines = new StringBuilder(
                "- message: " + YamlText.of(message) + "\n  severity: " + severity + "\n  resourceRef:\n");
        object.fields()
                .forEach((key, value) -> lines.append("    ")
                        .append(key)
                        .append(": ")
                        .append(YamlText.of(value))
                        .append('\n'));
        if (!field.isEmpty()) {
            lines.append("  field:\n    path: ").append(YamlText.of(field)).append('\n');
        }
        return lines.toString();
    }

    private String flow() {
        List<String> parts = new ArrayList<>();
        parts.add("\"message\": " + YamlText.quoted(message));
        parts.add("\"severity\": \"" + severity + "\"");
        parts.add("\"resourceRef\": "
                + object.fields().entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\": " + YamlText.quoted(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}")));
        if (!field.isEmpty()) {
            parts.add("\"field\": {\"path\": " + YamlText.quoted(field) + "}");
        }
        return "{" + String.join(", ", parts) + "}";
    }
}
