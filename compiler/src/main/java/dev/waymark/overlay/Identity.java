package dev.waymark.overlay;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an entry is about, with all that may be left out filled in.
 *
 * @param key what stands before the name in a message: the key of a consumer; empty for entries that have one kind only
 * @param name as it is written in full, such as {@code NAMESPACE/NAME}
 */
public record Identity(String key, String name) {
    /** The keys of which a consumer or an opt-out has exactly one. */
    public static final List<String> TARGETS =
            List.of("namespace", "service", "workload", "pods", "workloadEntry", "external", "serviceEntry");

    /** The name of a waypoint that states none. */
    public static final String DEFAULT_WAYPOINT = "waypoint";

    /**
     * That of an entry; empty where it says none that anybody could find.
     *
     * @param home the namespace that is meant where none is written
     */
    static Optional<Identity> of(Shape shape, YamlMapping entry, String home) {
        return switch (shape) {
            case NAMESPACE -> entry.text("name").map(Identity::named);
            case WAYPOINT -> object(entry, entry.text("name").orElse(DEFAULT_WAYPOINT));
            case EXTERNAL -> entry.text("name").flatMap(name -> object(entry, name));
            case ENROLLMENT -> entry.text("waypoint").map(Identity::named);
            case CONSUMER, OPT_OUT -> target(entry, home);
            default -> Optional.empty();
        };
    }

    /** The namespace in which the references of an entry without one of their own are looked for. */
    static String home(Shape shape, YamlMapping entry) {
        return switch (shape) {
            case WAYPOINT -> entry.text("namespace").orElse("");
            case ENROLLMENT -> entry.text("waypoint").orElse("").split("/", -1)[0];
            default -> "";
        };
    }

    private static Identity named(String name) {
        return new Identity("", name);
    }

    private static Optional<Identity> object(YamlMapping entry, String name) {
        return entry.text("namespace").map(namespace -> named(namespace + "/" + name));
    }

    private static Optional<Identity> target(YamlMapping entry, String home) {
        return TARGETS.stream()
                .flatMap(key -> entry.value(key).stream().map(value -> target(key, value, entry, home)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Identity> target(String key, YamlNode value, YamlMapping entry, String home) {
        if (key.equals("pods") && value instanceof YamlMapping pods) {
            return pods.text("namespace").map(namespace -> new Identity(key, namespace + " with " + labels(pods)));
        }
        return entry.text(key).map(text -> new Identity(key, qualified(key, text, home)));
    }

    private static String labels(YamlMapping pods) {
        return pods.value("matchLabels")
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .map(labels -> labels.entries().keySet().stream()
                        .sorted()
                        .map(name -> name + "=" + labels.text(name).orElse(""))
                        .collect(Collectors.joining(",")))
                .orElse("");
    }

    private static String qualified(String key, String text, String home) {
        int slash = text.indexOf('/');
        return switch (key) {
            case "namespace" -> text;
            case "workload" -> text.indexOf('/', slash + 1) < 0 ? insert(home, text, slash + 1) : text;
            default -> slash < 0 ? home + "/" + text : text;
        };
    }

    private static String insert(String home, String text, int place) {
        return text.substring(0, place) + home + "/" + text.substring(place);
    }

    @Override
    public String toString() {
        return key.isEmpty() ? name : key + " " + name;
    }
}
