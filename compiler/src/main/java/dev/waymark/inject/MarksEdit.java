package dev.waymark.inject;

import dev.waymark.kube.Kind;
import dev.waymark.kube.Marks;
import dev.waymark.render.YamlText;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the smallest change of a manifest that puts labels and annotations on its object. */
final class MarksEdit {
    private static final List<String> METADATA = List.of("metadata");
    private static final String STEP = "  ";

    private final String text;
    private final YamlMapping root;

    /**
     * An object in a text.
     *
     * @param text that the spans of the object count in
     */
    MarksEdit(String text, YamlMapping root) {
        this.text = text;
        this.root = root;
    }

    /** A manifest that does not have the form of its kind, or is not laid out in a way that can be added to. */
    static final class UneditableException extends Exception {
        private static final long serialVersionUID = 1L;

        UneditableException(String message) {
            super(message);
        }
    }

    /** What has to be changed; nothing where all marks are there. */
    List<TextEdit> edits(Kind kind, Marks marks) throws UneditableException {
        List<String> metadata = metadata(kind);
        List<TextEdit> edits = new ArrayList<>();
        edits.addAll(edits(metadata, "labels", marks.labels()));
        edits.addAll(edits(METADATA, "annotations", marks.annotations()));
        return edits;
    }

    /** The path of the metadata whose labels count. */
    static List<String> metadata(Kind kind) {
        return switch (kind.labelsAt()) {
            case METADATA -> METADATA;
            case POD_TEMPLATE -> List.of("spec", "template", "metadata");
            case JOB_TEMPLATE -> List.of("spec", "jobTemplate", "spec", "template", "metadata");
            case WORKLOAD_METADATA -> List.of("spec", "metadata");
        };
    }

    private List<TextEdit> edits(List<String> metadata, String field, SortedMap<String, String> wanted)
            throws UneditableException {
        List<String> path = new ArrayList<>(metadata);
        path.add(field);
        YamlMapping around = root;
        int depth = 0;
        while (depth < path.size() && around.value(path.get(depth)).orElse(null) instanceof YamlMapping inner) {
            around = inner;
            depth++;
        }
        SortedMap<String, String> missing = depth == path.size() ? missing(around, wanted) : wanted;
        if (missing.isEmpty()) {
            return List.of();
        }
        List<String> rest = path.subList(depth, path.size());
        Optional<Entry> nothing = rest.isEmpty() ? Optional.empty() : around.entry(rest.get(0));
        if (nothing.isPresent()) {
            SortedMap<String, Object> inner = nested(rest.subList(1, rest.size()), missing);
            return List.of(inPlaceOfNothing(nothing.get(), inner));
        }
        if (depth < metadata.size() - 1) {
            throw new UneditableException("it has no `" + String.join(".", path.subList(0, depth + 1)) + "`");
        }
        return List.of(into(around, nested(rest, missing)));
    }

    private static SortedMap<String, String> missing(YamlMapping there, SortedMap<String, String> wanted) {
        SortedMap<String, String> missing = new TreeMap<>(wanted);
        missing.keySet().removeIf(key -> there.entry(key).isPresent());
        return missing;
    }

    /** Texts, or one mapping in another. */
    private static SortedMap<String, Object> nested(List<String> path, SortedMap<String, String> texts) {
        SortedMap<String, Object> inner = new TreeMap<>(texts);
        for (int depth = path.size() - 1; depth >= 0; depth--) {
            SortedMap<String, Object> outer = new TreeMap<>();
            outer.put(path.get(depth), inner);
            inner = outer;
        }
        return inner;
    }

    /** More entries, before those that a mapping has. */
    private TextEdit into(YamlMapping mapping, SortedMap<String, ?> entries) throws UneditableException {
        int start = index(mapping.span().start());
        if (start < text.length() && text.charAt(start) == '{') {
            String all = flow(entries);
            String comma = Character.isWhitespace(text.charAt(start + 1)) ? "," : ", ";
            String more = mapping.entries().isEmpty() ? "" : comma;
            return TextEdit.insert(start + 1, all.substring(1, all.length() - 1) + more);
        }
        Entry first = mapping.list().stream()
                .findFirst()
                .orElseThrow(() -> new UneditableException("it has an empty mapping in an unusual form"));
        int key = index(first.key().span().start());
        int line = text.lastIndexOf('\n', key - 1) + 1;
        String indent = text.substring(line, key);
        if (!indent.isBlank() || indent.contains("\t")) {
            throw new UneditableException("its fields do not stand on lines of their own");
        }
        return TextEdit.insert(line, block(entries, indent, lineEnd(key)));
    }

    /** What stands behind a key that has no value yet. */
    private TextEdit inPlaceOfNothing(Entry entry, SortedMap<String, ?> entries) throws UneditableException {
        YamlNode value = entry.value();
        if (!value.isNull()) {
            throw new UneditableException("its `" + entry.key().text() + "` is no mapping");
        }
        String stated = ((YamlScalar) value).text();
        if (!stated.isEmpty()) {
            return new TextEdit(index(value.span().start()), stated.length(), flow(entries));
        }
        int colon = text.indexOf(':', index(entry.key().span().end()));
        return TextEdit.insert(colon + 1, " " + flow(entries));
    }

    private String lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    private static String block(SortedMap<String, ?> entries, String indent, String lineEnd) {
        StringBuilder lines = new StringBuilder();
        entries.forEach((key, value) -> {
            lines.append(indent).append(YamlText.of(key)).append(':');
            if (value instanceof SortedMap<?, ?> inner) {
                lines.append(lineEnd).append(block(keyed(inner), indent + STEP, lineEnd));
            } else {
                lines.append(' ').append(YamlText.of(String.valueOf(value))).append(lineEnd);
            }
        });
        return lines.toString();
    }

    /** Quoted throughout, so that it is JSON where the manifest is. */
    private static String flow(SortedMap<String, ?> entries) {
        return entries.entrySet().stream()
                .map(entry -> YamlText.quoted(entry.getKey()) + ": " + flowValue(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String flowValue(Object value) {
        return value instanceof SortedMap<?, ?> inner ? flow(keyed(inner)) : YamlText.quoted(String.valueOf(value));
    }

    private static SortedMap<String, Object> keyed(Map<?, ?> map) {
        SortedMap<String, Object> keyed = new TreeMap<>();
        map.forEach((key, value) -> keyed.put(String.valueOf(key), value));
        return keyed;
    }

    /** Spans count code points, and strings do not. */
    private int index(int offset) {
        return text.offsetByCodePoints(0, offset);
    }
}
