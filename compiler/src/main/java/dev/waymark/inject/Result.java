package dev.waymark.inject;

import dev.waymark.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    /** As an entry of {@code results}. */
    Value value() {
        Map<String, Value> value = new LinkedHashMap<>();
        value.put("message", new Value.Text(message));
        value.put("severity", new Value.Text(severity));
        value.put("resourceRef", Value.Entries.texts(object.fields()));
        if (!field.isEmpty()) {
            value.put("field", Value.Entries.of("path", new Value.Text(field)));
        }
        return new Value.Entries(value);
    }
}
