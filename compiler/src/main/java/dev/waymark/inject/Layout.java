package dev.waymark.inject;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.List;
import java.util.stream.Collectors;

/** Adds to the mappings of a text in the form that they have, and leaves everything else as it is. */
final class Layout {
    private final String text;
    private final CodePoints places;

    Layout(String text) {
        this.text = text;
        this.places = new CodePoints(text);
    }

    /** Where a span's offset is in the text. */
    int index(int offset) {
        return places.index(offset);
    }

    boolean isFlow(YamlNode collection) {
        int start = index(collection.span().start());
        return start < text.length() && "{[".indexOf(text.charAt(start)) >= 0;
    }

    /** More entries, before those that a mapping has. */
    TextEdit into(YamlMapping mapping, Value.Entries more) throws UneditableException {
        if (isFlow(mapping)) {
            return intoFlow(mapping, mapping.entries().isEmpty(), more.flowEntries());
        }
        Entry first = mapping.list().stream()
                .findFirst()
                .orElseThrow(
                        () -> new UneditableException(mapping.span(), "this is an empty mapping in an unusual form"));
        int key = index(first.key().span().start());
        int line = lineOf(key);
        String indent = text.substring(line, key);
        if (!indent.isBlank() || indent.contains("\t")) {
            throw new UneditableException(mapping.span(), "its fields do not stand on lines of their own");
        }
        return TextEdit.insert(aboveComments(line, indent), more.lines(indent, lineEnd(key)));
    }

    /** More items, before those of a list in brackets, or entries in braces. */
    TextEdit intoFlow(YamlNode collection, boolean empty, String more) {
        int start = index(collection.span().start());
        String comma = Character.isWhitespace(text.charAt(start + 1)) ? "," : ", ";
        return TextEdit.insert(start + 1, more + (empty ? "" : comma));
    }

    /**
     * More items, before those of a list whose items stand on lines of their own.
     *
     * @param items from the margin, with their last line ends
     */
    TextEdit intoLines(YamlSequence list, List<String> items) throws UneditableException {
        int field = index(list.items().get(0).span().start());
        int line = lineOf(field);
        String dash = text.substring(line, field);
        if (!dash.matches(" *- +")) {
            throw new UneditableException(list.span(), "its items do not stand on lines of their own");
        }
        String lineEnd = lineEnd(field);
        String inner = " ".repeat(dash.length());
        String lines = items.stream()
                .map(item -> dash + item.strip().replace("\n", "\n" + inner) + "\n")
                .collect(Collectors.joining());
        return TextEdit.insert(line, lines.replace("\n", lineEnd));
    }

    /** What stands behind a key that has no value yet. */
    TextEdit inPlaceOfNothing(Entry entry, Value value) throws UneditableException {
        YamlNode nothing = entry.value();
        if (!nothing.isNull()) {
            String form = value instanceof Value.Items ? "list" : "mapping";
            throw new UneditableException(entry.span(), "its `" + entry.key().text() + "` is no " + form);
        }
        String stated = ((YamlScalar) nothing).text();
        if (!stated.isEmpty()) {
            return new TextEdit(index(nothing.span().start()), stated.length(), value.flow());
        }
        int colon = index(entry.key().span().end());
        while (colon < text.length() && " \t".indexOf(text.charAt(colon)) >= 0) {
            colon++;
        }
        if (colon == text.length() || text.charAt(colon) != ':') {
            throw new UneditableException(entry.span(), "its `" + entry.key().text() + "` has no colon");
        }
        return TextEdit.insert(colon + 1, " " + value.flow());
    }

    int lineOf(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** As in the line of a place. */
    String lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /** A comment belongs to the line below it. At the margin it mostly speaks of the whole document. */
    private int aboveComments(int line, String indent) {
        int above = line;
        while (!indent.isEmpty() && above > 0) {
            int before = lineOf(above - 1);
            if (!text.startsWith(indent + "#", before)) {
                return above;
            }
            above = before;
        }
        return above;
    }
}
