package dev.waymark.inject;

import dev.waymark.render.YamlText;
import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is put into somebody's text. */
sealed interface Value {
    /** In one line, every string quoted, so that it is JSON where the text around it is. */
    String flow();

    /** What stands behind a key, up to the end of the last line; the key has the indentation. */
    String behindKey(String indent, String lineEnd);

    static Value of(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            Map<String, Value> map = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> map.put(key, of(entry.value())));
            return new Entries(map);
        }
        if (node instanceof YamlSequence sequence) {
            return new Items(sequence.items().stream().map(Value::of).toList());
        }
        YamlScalar scalar = (YamlScalar) node;
        return scalar.type() == ScalarType.STRING ? new Text(scalar.text()) : new Word(scalar.text());
    }

    /** A string. */
    record Text(String text) implements Value {
        @Override
        public String flow() {
            return YamlText.quoted(text);
        }

        @Override
        public String behindKey(String indent, String lineEnd) {
            return " " + YamlText.of(text) + lineEnd;
        }
    }

    /** A number or a boolean, as it is written; nothing is null. */
    record Word(String text) implements Value {
        @Override
        public String flow() {
            return text.isEmpty() ? "null" : text;
        }

        @Override
        public String behindKey(String indent, String lineEnd) {
            return " " + flow() + lineEnd;
        }
    }

    /** A mapping, in its order. */
    record Entries(Map<String, Value> map) implements Value {
        private static final String STEP = "  ";

        static Entries of(String key, Value value) {
            Map<String, Value> map = new LinkedHashMap<>();
            map.put(key, value);
            return new Entries(map);
        }

        static Entries texts(Map<String, String> texts) {
            Map<String, Value> map = new LinkedHashMap<>();
            texts.forEach((key, text) -> map.put(key, new Text(text)));
            return new Entries(map);
        }

        @Override
        public String flow() {
            return "{" + flowEntries() + "}";
        }

        /** Without the braces. */
        String flowEntries() {
            return map.entrySet().stream()
                    .map(entry -> YamlText.quoted(entry.getKey()) + ": "
                            + entry.getValue().flow())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String behindKey(String indent, String lineEnd) {
            return map.isEmpty() ? " {}" + lineEnd : lineEnd + lines(indent + STEP, lineEnd);
        }

        String lines(String indent, String lineEnd) {
            return map.entrySet().stream()
                    .map(entry -> indent + YamlText.of(entry.getKey()) + ":"
                            + entry.getValue().behindKey(indent, lineEnd))
                    .collect(Collectors.joining());
        }
    }

    /** A list of mappings. */
    record Items(List<? extends Value> list) implements Value {
        @Override
        public String flow() {
            return "[" + flowItems() + "]";
        }

        /** Without the brackets. */
        String flowItems() {
            return list.stream().map(Value::flow).collect(Collectors.joining(", "));
        }

        @Override
        public String behindKey(String indent, String lineEnd) {
            return list.isEmpty() ? " []" + lineEnd : lineEnd + lines(indent, lineEnd);
        }

        private String lines(String indent, String lineEnd) {
            return list.stream()
                    .map(item -> item instanceof Entries entries
                            ? indent + "- "
                                    + entries.lines(indent + Entries.STEP, lineEnd)
                                            .stripLeading()
                            : indent + "-" + item.behindKey(indent, lineEnd))
                    .collect(Collectors.joining());
        }
    }
}
