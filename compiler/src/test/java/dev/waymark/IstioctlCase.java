package dev.waymark;

import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A recorded run of {@code istioctl waypoint generate}.
 *
 * @param arguments behind {@code generate}
 */
record IstioctlCase(List<String> arguments, int exit, String output) {
    private static final Map<String, String> SHORT = Map.of("n", "namespace", "r", "revision");
    private static final List<String> WITH_VALUE = List.of("name", "namespace", "for", "revision");

    static Stream<IstioctlCase> all() {
        return Yaml.list(Resources.text("conformance/istioctl/cases.json")).stream()
                .map(IstioctlCase::of);
    }

    private static IstioctlCase of(Tree recorded) {
        List<String> arguments = recorded.texts("args");
        int exit = Math.toIntExact((Long) recorded.value("exit"));
        return new IstioctlCase(arguments.subList(2, arguments.size()), exit, recorded.text("stdout"));
    }

    /** The flags as fields of a waypoint, which have the same names; a flag that lacks its value has none here. */
    static SortedMap<String, Optional<String>> fields(List<String> arguments) {
        SortedMap<String, Optional<String>> fields = new TreeMap<>();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.startsWith("-")) {
                String[] flag = argument.replaceFirst("^-+", "").split("=", 2);
                String field = SHORT.getOrDefault(flag[0], flag[0]);
                boolean valueFollows = flag.length == 1 && WITH_VALUE.contains(field) && index + 1 < arguments.size();
                Optional<String> value = flag.length == 2 ? Optional.of(flag[1]) : Optional.empty();
                fields.put(field, valueFollows ? Optional.of(arguments.get(++index)) : value);
            }
        }
        return fields;
    }

    SortedMap<String, Optional<String>> fields() {
        return fields(arguments);
    }

    /** The recorded run whose arguments are these but for the name and the namespace that they give. */
    static IstioctlCase like(List<String> arguments) {
        Map<String, Optional<String>> wanted = fields(arguments);
        return all().filter(each -> each.exit == 0)
                .filter(each -> each.fields().keySet().equals(wanted.keySet()))
                .filter(each -> wanted.getOrDefault("for", Optional.empty())
                        .equals(each.fields().getOrDefault("for", Optional.empty())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no recorded run is like " + arguments));
    }

    Tree gateway() {
        return Yaml.tree(output);
    }

    /** The Gateway as it is printed where these arguments give another name and namespace. */
    Tree gateway(List<String> others) {
        Map<String, Object> identity = new LinkedHashMap<>();
        fields(others).forEach((field, value) -> {
            if (field.startsWith("name")) {
                identity.put(field, value.orElseThrow());
            }
        });
        return gateway().merge(new Tree(Map.of("metadata", identity)));
    }

    /** An intent that says what the arguments say; a namespace must be stated, so that one is where they leave it out. */
    String intent(String namespace) {
        StringBuilder waypoint = new StringBuilder();
        SortedMap<String, Optional<String>> stated = fields();
        stated.putIfAbsent("namespace", Optional.of(namespace));
        stated.forEach((field, value) -> waypoint.append("    ")
                .append(field)
                .append(": ")
                .append(value.map(text -> '"' + text + '"').orElse(""))
                .append('\n'));
        return """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata:
                  name: istioctl
                spec:
                  waypoints:
                  -
                """ + waypoint;
    }

    @Override
    public String toString() {
        return String.join(" ", arguments) + " -> " + exit;
    }
}
