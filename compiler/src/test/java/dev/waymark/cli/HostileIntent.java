package dev.waymark.cli;

import dev.waymark.testing.Field;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import dev.waymark.yaml.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** An intent with all fields of the language, into which a text is put that nobody expects there. */
final class HostileIntent {
    private static final Tree FIELDS = Yaml.tree(Resources.text("schema/fields.yaml"));
    private static final Tree INTENT = FIELDS.at("intent");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final SortedMap<String, Tree> PLACES = collectPlaces();
    private static final String PLAIN = "@plain@";

    private HostileIntent() {}

    /**
     * How a text stands in an intent.
     *
     * @param plain without quotes
     */
    record Spelling(String value, boolean plain) {
        static Stream<Spelling> all() {
            Stream<Spelling> quoted = Stream.of(Hostile.VALUES, Hostile.WORDS)
                    .flatMap(List::stream)
                    .map(value -> new Spelling(value, false));
            return Stream.concat(quoted, Hostile.WORDS.stream().map(word -> new Spelling(word, true)));
        }

        /** Whether a reader takes it for text. */
        boolean isText() {
            return !plain || ScalarType.ofPlain(value) == ScalarType.STRING;
        }

        private Object placeholder() {
            return plain ? PLAIN : value;
        }

        private String text(Object document) {
            return MAPPER.writeValueAsString(document).replace('"' + PLAIN + '"', value);
        }

        @Override
        public String toString() {
            String shown = MAPPER.writeValueAsString(value);
            return (plain ? "plain " : "") + shown.substring(0, Math.min(shown.length(), 60));
        }
    }

    /** Pointers to all places of {@link #with}. */
    static SortedSet<String> places() {
        return new TreeSet<>(PLACES.keySet());
    }

    /** One place for each field and each entry of a map, whatever it holds; with it an intent in which it is. */
    private static SortedMap<String, Tree> collectPlaces() {
        SortedMap<String, Tree> places = new TreeMap<>();
        List<Tree> intents = new ArrayList<>(List.of(INTENT));
        FIELDS.at("changes")
                .map()
                .forEach((pointer, value) -> intents.add(new Field(pointer).changed(INTENT, Optional.of(value))));
        SortedMap<String, String> known = new TreeMap<>();
        for (Tree intent : intents) {
            for (String pointer : intent.leaves().keySet()) {
                if (known.putIfAbsent(new Field(pointer).name(), pointer) == null) {
                    places.put(pointer, intent);
                }
            }
        }
        return places;
    }

    /** An intent with a text in one place. */
    static String with(Spelling spelling, String pointer) {
        Tree intent = PLACES.getOrDefault(pointer, INTENT);
        return spelling.text(new Field(pointer)
                .changed(intent, Optional.of(spelling.placeholder()))
                .map());
    }

    /** An intent with a text in all places at once, but those that say what the document is. */
    static String everywhere(Spelling spelling, boolean asKeys) {
        Map<String, Object> document = new LinkedHashMap<>(INTENT.map());
        document.replaceAll((key, value) ->
                List.of("apiVersion", "kind").contains(key) ? value : filled(value, spelling.placeholder(), asKeys));
        return spelling.text(document);
    }

    private static Object filled(Object node, Object text, boolean asKeys) {
        if (node instanceof List<?> list) {
            return list.stream().map(item -> filled(item, text, asKeys)).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return asKeys ? node : text;
        }
        Map<Object, Object> filled = new LinkedHashMap<>();
        map.forEach((key, value) -> filled.put(key, filled(value, text, asKeys)));
        if (asKeys) {
            filled.put(text, "a");
        }
        return filled;
    }
}
