package dev.waymark.inject;

import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;

/**
 * What a KRM function is given and answers with (config.kubernetes.io/v1, functions-spec.md of Kustomize): objects, and
 * the configuration of the function, which is an intent.
 */
public final class ResourceList {
    private static final String KIND = "ResourceList";
    private static final String GROUP = "config.kubernetes.io/";
    private static final String CONFIG = "functionConfig";
    private static final String ITEMS = "items";
    private static final String RESULTS = "results";

    private final String text;
    private final Layout layout;
    private final YamlMapping root;

    private ResourceList(String text, YamlMapping root) {
        this.text = text;
        this.layout = new Layout(text);
        this.root = root;
    }

    /** The list that a stream is; empty if it is of plain manifests. */
    public static Optional<ResourceList> in(String stream) {
        if (!stream.contains(KIND)) {
            return Optional.empty();
        }
        return YamlReader.read(new SourceFile(SourceFile.STANDARD_INPUT, stream)).documents().stream()
                .map(YamlDocument::root)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .filter(root -> root.text("kind").filter(KIND::equals).isPresent())
                .filter(root -> root.text("apiVersion")
                        .filter(version -> version.startsWith(GROUP))
                        .isPresent())
                .map(root -> new ResourceList(stream, root))
                .findFirst();
    }

    /**
     * The intent: the text of the list with everything else taken out, so that all lines are where they were.
     *
     * @throws InputException if there is none
     */
    public String intent() throws InputException {
        Entry config = root.entry(CONFIG)
                .filter(entry -> entry.value() instanceof YamlMapping)
                .orElseThrow(() ->
                        new InputException("the ResourceList has no functionConfig, which is to be a MeshIntent"));
        int start = layout.index(config.value().span().start());
        if (layout.isFlow(config.value())) {
            return only(start, layout.index(config.value().span().end()));
        }
        int key = layout.index(config.key().span().start());
        int line = layout.lineOf(start);
        return only(line, endOfBlock(line, key - layout.lineOf(key)));
    }

    /** The first line behind a place that does not stand further in than a column. */
    private int endOfBlock(int from, int column) {
        int at = from;
        while (at < text.length()) {
            int first = at;
            while (first < text.length() && text.charAt(first) == ' ') {
                first++;
            }
            boolean within = first - at > column || first == text.length() || "#\r\n".indexOf(text.charAt(first)) >= 0;
            if (!within) {
                return at;
            }
            int end = text.indexOf('\n', first);
            at = end < 0 ? text.length() : end + 1;
        }
        return at;
    }

    private String only(int from, int to) {
        return blank(text.substring(0, from)) + text.substring(from, to) + blank(text.substring(to));
    }

    private static String blank(String part) {
        return part.replaceAll("[^\\r\\n]", " ");
    }

    /**
     * The list with what was found, unless it holds the findings of another function.
     *
     * @throws InputException if the list is laid out in a way that cannot be added to
     */
    public String withResults(List<Result> results) throws InputException {
        boolean taken = root.value(RESULTS)
                .filter(there -> !there.isNull())
                .filter(there ->
                        !(there instanceof YamlSequence list && list.items().isEmpty()))
                .isPresent();
        Value.Items found = new Value.Items(results.stream().map(Result::value).toList());
        return taken ? text : edited(() -> into(RESULTS, found));
    }

    /** The list with more items, which come first. */
    String withItems(List<Item> more) throws InputException {
        if (root.value(ITEMS).orElse(null) instanceof YamlSequence list && !layout.isFlow(list)) {
            return edited(
                    () -> layout.intoLines(list, more.stream().map(Item::text).toList()));
        }
        Value.Items added = new Value.Items(more.stream().map(Item::value).toList());
        return edited(() -> into(ITEMS, added));
    }

    /** Into a list in brackets, or where there is none yet. */
    private TextEdit into(String field, Value.Items added) throws UneditableException {
        Optional<Entry> there = root.entry(field);
        if (there.isEmpty()) {
            return layout.into(root, Value.Entries.of(field, added));
        }
        return there.get().value() instanceof YamlSequence list
                ? layout.intoFlow(list, list.items().isEmpty(), added.flowItems())
                : layout.inPlaceOfNothing(there.get(), added);
    }

    /** What it was read from. */
    String text() {
        return text;
    }

    /**
     * An object that is not in the list yet.
     *
     * @param text as it is printed, from the margin
     */
    record Item(String text, Value value) {}

    /** A change that the layout of the list may not allow. */
    private interface Change {
        TextEdit make() throws UneditableException;
    }

    private String edited(Change change) throws InputException {
        try {
            return TextEdit.apply(text, List.of(change.make()));
        } catch (UneditableException e) {
            throw new InputException("cannot add to the ResourceList in standard input, line "
                    + e.place().line() + ": " + e.getMessage());
        }
    }
}
