package dev.waymark.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Writes objects in as many ways as people and programs do; all of them strings, whatever they look like. */
final class ManifestWriter {
    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final String lineEnd;
    private final boolean wild;

    /** @param wild whether to write what people may, not only what programs print */
    ManifestWriter(Random random, boolean wild) {
        this.random = random;
        this.wild = wild;
        this.lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
    }

    private boolean wild(int one) {
        return wild && random.nextInt(one) == 0;
    }

    String documents(List<Map<String, Object>> objects) {
        for (Map<String, Object> object : objects) {
            out.append(random.nextInt(5) == 0 ? "--- # one" : "---").append(lineEnd);
            mapping(object, 0);
            out.append(random.nextInt(9) == 0 ? "..." + lineEnd : "");
        }
        return out.toString();
    }

    /** As {@code kubectl get -o yaml} prints them, with the kind behind or ahead. */
    String list(List<Map<String, Object>> objects) {
        boolean ahead = random.nextBoolean();
        out.append("apiVersion: v1").append(lineEnd);
        out.append(ahead ? "kind: List" + lineEnd : "");
        out.append("items:").append(objects.isEmpty() ? " []" : "").append(lineEnd);
        sequence(List.copyOf(objects), random.nextInt(3));
        out.append(ahead ? "" : "kind: List" + lineEnd);
        return out.append("metadata:")
                .append(lineEnd)
                .append("  resourceVersion: \"\"")
                .append(lineEnd)
                .toString();
    }

    private void mapping(Map<?, ?> mapping, int indent) {
        for (Map.Entry<?, ?> entry : mapping.entrySet()) {
            noise(indent);
            out.append(" ".repeat(indent));
            entry(entry, indent);
        }
    }

    private void entry(Map.Entry<?, ?> entry, int indent) {
        String key = (String) entry.getKey();
        out.append(wild(5) ? quoted(key) : key).append(wild(9) ? " :" : ":");
        value(entry.getValue(), indent, random.nextBoolean() ? 0 : 2);
    }

    /** Lines that say nothing. */
    private void noise(int indent) {
        if (wild(9)) {
            out.append(" ".repeat(random.nextInt(indent + 3)))
                    .append("# key: 'x")
                    .append(lineEnd);
        }
        if (wild(9)) {
            out.append(" ".repeat(random.nextInt(4))).append(lineEnd);
        }
    }

    private void value(Object value, int indent, int listIndent) {
        boolean empty =
                value instanceof Map<?, ?> map ? map.isEmpty() : value instanceof List<?> list && list.isEmpty();
        if (empty || (!(value instanceof String) && wild(7))) {
            out.append(' ');
            flow(value, indent);
            endLine();
        } else if (value instanceof Map<?, ?> map) {
            endLine();
            mapping(map, indent + 1 + random.nextInt(3));
        } else if (value instanceof List<?> list) {
            endLine();
            sequence(list, indent + listIndent);
        } else {
            out.append(' ');
            scalar((String) value, indent);
        }
    }

    private void endLine() {
        out.append(wild(6) ? "  # note: \"x" : "").append(lineEnd);
    }

    private void sequence(List<?> list, int indent) {
        for (Object item : list) {
            noise(indent);
            int gap = 1 + random.nextInt(3);
            out.append(" ".repeat(indent)).append('-');
            if (item instanceof Map<?, ?> map && !map.isEmpty() && !wild(8)) {
                firstEntry(map, indent, gap);
            } else {
                value(item, indent, gap + 1);
            }
        }
    }

    private void firstEntry(Map<?, ?> map, int indent, int gap) {
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(" ".repeat(first ? gap : indent + gap + 1));
            entry(entry, indent + gap + 1);
            first = false;
        }
    }

    private void scalar(String text, int indent) {
        boolean block = text.endsWith("\n") && !text.startsWith(" ");
        if (block && random.nextInt(3) > 0) {
            out.append(random.nextInt(4) == 0 ? "|+" : "|");
            String blanks = " ".repeat(indent + 1 + random.nextInt(3));
            out.append(lineEnd);
            text.lines()
                    .forEach(line ->
                            out.append(line.isEmpty() ? "" : blanks + line).append(lineEnd));
        } else if (text.matches("[a-z]+( [a-z]+)+") && wild(2)) {
            out.append(text.replaceFirst(" ", lineEnd + " ".repeat(indent + 1))).append(lineEnd);
        } else {
            out.append(quoted(text));
            endLine();
        }
    }

    private String quoted(String text) {
        boolean plain = text.matches("[a-zA-Z][a-zA-Z0-9./-]*");
        boolean single = !text.contains("\n") && !text.contains("\t") && random.nextInt(3) == 0;
        return plain && random.nextInt(4) > 0 ? text : single ? "'" + text.replace("'", "''") + "'" : json(text);
    }

    private static String json(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }

    private void flow(Object value, int indent) {
        UnaryOperator<String> style = wild ? this::quoted : ManifestWriter::json;
        boolean collection = value instanceof Map || value instanceof List;
        flow(value, collection && wild(3) ? lineEnd + " ".repeat(indent + 1) : "", style);
    }

    private void flow(Object value, String gap, UnaryOperator<String> style) {
        if (value instanceof Map<?, ?> map) {
            String before = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(before)
                        .append(gap)
                        .append(style.apply((String) entry.getKey()))
                        .append(": ");
                flow(entry.getValue(), gap, style);
                before = ",";
            }
            out.append(map.isEmpty() ? "{}" : gap + "}");
        } else if (value instanceof List<?> list) {
            String before = "[";
            for (Object item : list) {
                out.append(before).append(gap);
                flow(item, gap, style);
                before = ", ";
            }
            out.append(list.isEmpty() ? "[]" : gap + "]");
        } else {
            out.append(style.apply((String) value));
        }
    }

    /** One JSON object after another. */
    String json(List<Map<String, Object>> objects) {
        String gap = random.nextBoolean() ? "" : lineEnd + "  ";
        for (Map<String, Object> object : objects) {
            out.append("---").append(lineEnd);
            flow(object, gap, ManifestWriter::json);
            out.append(lineEnd);
        }
        return out.toString();
    }

    String jsonList(List<Map<String, Object>> objects) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("apiVersion", "v1");
        list.put("items", new ArrayList<Object>(objects));
        list.put("kind", "List");
        flow(list, random.nextBoolean() ? "" : lineEnd + "\t", ManifestWriter::json);
        return out.append(lineEnd).toString();
    }
}
