package dev.waymark.inject;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.Kind;
import dev.waymark.kube.Kind.LabelsAt;
import dev.waymark.kube.Marks;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the smallest change of a manifest that puts labels and annotations on its object. */
final class MarksEdit {
    private final Layout layout;
    private final Doubts doubts;
    private final YamlMapping root;

    /**
     * An object in a text.
     *
     * @param layout of the text that the spans of the object count in
     */
    MarksEdit(Layout layout, Doubts doubts, YamlMapping root) {
        this.layout = layout;
        this.doubts = doubts;
        this.root = root;
    }

    /** What has to be changed; nothing where all marks are there, with whatever value. */
    List<TextEdit> edits(Kind kind, Marks marks) throws UneditableException {
        List<String> metadata = kind.labelsAt().metadata();
        List<TextEdit> edits = new ArrayList<>();
        edits.addAll(edits(metadata, "labels", marks.labels()));
        edits.addAll(edits(LabelsAt.METADATA.metadata(), "annotations", marks.annotations()));
        return edits;
    }

    private List<TextEdit> edits(List<String> metadata, String field, SortedMap<String, String> wanted)
            throws UneditableException {
        List<String> path = new ArrayList<>(metadata);
        path.add(field);
        List<Entry> way = new ArrayList<>();
        YamlMapping around = root;
        while (way.size() < path.size()
                && around.value(path.get(way.size())).orElse(null) instanceof YamlMapping inner) {
            way.add(around.entry(path.get(way.size())).orElseThrow());
            around = inner;
        }
        SortedMap<String, String> missing = way.size() == path.size() ? missing(around, wanted) : wanted;
        if (missing.isEmpty()) {
            return List.of();
        }
        checkShared(way, around);
        if (way.size() < metadata.size() - 1) {
            String lacking = String.join(".", path.subList(0, way.size() + 1));
            throw new UneditableException(around.span(), "it has no `" + lacking + "`");
        }
        return List.of(edit(around, path.subList(way.size(), path.size()), missing));
    }

    /**
     * Adds what is missing to the innermost mapping that exists.
     *
     * @param rest of the path, which does not exist
     */
    private TextEdit edit(YamlMapping around, List<String> rest, SortedMap<String, String> missing)
            throws UneditableException {
        Value.Entries entries = Value.Entries.texts(missing);
        if (rest.isEmpty()) {
            return layout.into(around, entries);
        }
        for (int depth = rest.size() - 1; depth > 0; depth--) {
            entries = Value.Entries.of(rest.get(depth), entries);
        }
        Optional<Entry> nothing = around.entry(rest.get(0));
        if (nothing.isEmpty()) {
            return layout.into(around, Value.Entries.of(rest.get(0), entries));
        }
        check(nothing.get(), doubts.at(nothing.get()));
        return layout.inPlaceOfNothing(nothing.get(), entries);
    }

    private SortedMap<String, String> missing(YamlMapping there, SortedMap<String, String> wanted)
            throws UneditableException {
        SortedMap<String, String> missing = new TreeMap<>(wanted);
        for (String key : wanted.keySet()) {
            Optional<Entry> stated = there.entry(key);
            if (stated.isPresent()) {
                missing.remove(key);
                check(stated.get(), doubts.unreadable(stated.get()));
                if (!(stated.get().value() instanceof YamlScalar)) {
                    throw new UneditableException(stated.get().span(), "its `" + key + "` is no text");
                }
            }
        }
        return missing;
    }

    /** What is added to a mapping that somebody else shares would turn up there, too. */
    private void checkShared(List<Entry> way, YamlMapping around) throws UneditableException {
        for (Entry step : way) {
            check(step, doubts.at(step));
        }
        Optional<Diagnostic> merged = doubts.merged(around);
        if (merged.isPresent()) {
            throw new UneditableException(
                    merged.get().span().orElseThrow(), merged.get().message());
        }
    }

    private static void check(Entry entry, Optional<Diagnostic> doubt) throws UneditableException {
        if (doubt.isPresent()) {
            throw new UneditableException(
                    doubt.get().span().orElse(entry.span()), doubt.get().message());
        }
    }
}
