package dev.waymark.overlay;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.List;

/** What kind of thing a mapping is, which says how its fields are laid over. */
enum Shape {
    SPEC,
    /** {@code mesh} and {@code delivery}. */
    SETTINGS,
    NAMESPACE("namespace"),
    WAYPOINT("waypoint"),
    EXTERNAL("external"),
    ENROLLMENT("enrollment in"),
    CONSUMER("consumer"),
    OPT_OUT("opt-out"),
    ADMITS,
    DESTINATION,
    /** A map, of which nothing is known but its fields. */
    MAP;

    private static final String UNSET = "unset";

    private final String word;

    Shape() {
        this("");
    }

    Shape(String word) {
        this.word = word;
    }

    /** What an entry is called in a message. */
    String words(Identity identity) {
        return "the " + word + " " + identity;
    }

    /** Whether it is an entry of a list, found by what identifies it. */
    boolean isEntry() {
        return !word.isEmpty();
    }

    /** Whether a field says which entry is meant. */
    boolean identifies(String field) {
        return switch (this) {
            case NAMESPACE -> field.equals("name");
            case WAYPOINT, EXTERNAL -> field.equals("namespace") || field.equals("name");
            case ENROLLMENT -> field.equals("waypoint");
            case CONSUMER, OPT_OUT -> Identity.TARGETS.contains(field);
            default -> false;
        };
    }

    /** Whether a field says what is to be done rather than what there is. */
    boolean isMarker(String field) {
        return switch (field) {
            case UNSET -> isEntry() || this == SETTINGS;
            case "add", "remove" -> isEntry();
            default -> false;
        };
    }

    /** Whether a field says something of the mesh, and is not only there to say which entry is meant and how. */
    boolean isContent(String field) {
        return !isMarker(field) && !identifies(field);
    }

    /** The fields that a mapping of an overlay clears. */
    List<YamlScalar> unset(YamlMapping above) {
        return isMarker(UNSET) ? above.entry(UNSET).map(Shape::names).orElse(List.of()) : List.of();
    }

    private static List<YamlScalar> names(Entry field) {
        return items(field, YamlScalar.class);
    }

    /** The mappings that a field lists. */
    static List<YamlMapping> items(Entry field) {
        return items(field, YamlMapping.class);
    }

    private static <T extends YamlNode> List<T> items(Entry field, Class<T> type) {
        return field.value() instanceof YamlSequence list
                ? list.items().stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }

    /** What a field holds, or what it lists where these are entries. */
    Shape of(String field) {
        return switch (this) {
            case SPEC -> ofSpec(field);
            case SETTINGS -> field.equals("destination") ? DESTINATION : MAP;
            case WAYPOINT -> ofWaypoint(field);
            case ENROLLMENT -> field.equals("consumers") ? CONSUMER : MAP;
            default -> MAP;
        };
    }

    private static Shape ofSpec(String field) {
        return switch (field) {
            case "mesh", "delivery" -> SETTINGS;
            case "namespaces" -> NAMESPACE;
            case "waypoints" -> WAYPOINT;
            case "externals" -> EXTERNAL;
            case "enrollments" -> ENROLLMENT;
            case "optOuts" -> OPT_OUT;
            default -> MAP;
        };
    }

    private static Shape ofWaypoint(String field) {
        return switch (field) {
            case "consumers" -> CONSUMER;
            case "admits" -> ADMITS;
            default -> MAP;
        };
    }

    /** Fields of which there can be one: writing one replaces the others. */
    List<String> choice() {
        return switch (this) {
            case WAYPOINT -> List.of("replicas", "autoscale");
            case ADMITS -> List.of("namespaces", "selector", "all");
            case DESTINATION -> List.of("server", "name");
            default -> List.of();
        };
    }
}
