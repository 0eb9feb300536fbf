package dev.waymark.inject;

import dev.waymark.inventory.Fields;
import dev.waymark.inventory.Fingerprint;
import dev.waymark.inventory.InventoryObject;
import dev.waymark.inventory.ObjectId;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects of ours beside those of a stream, unless it has them already. */
public final class Appended {
    private static final String MARK = "---\n";

    /** What pipelines write as they like, and what tells objects apart. */
    private static final Set<String> NO_CONTENT = Set.of("apiVersion", "kind", "metadata", "status");

    private final String documents;
    private final String namespace;

    /**
     * Objects of ours.
     *
     * @param documents each with its mark
     * @param namespace of objects in a stream that state none
     */
    public Appended(String documents, String namespace) {
        this.documents = documents;
        this.namespace = namespace;
    }

    /**
     * The stream, and behind it what it lacks.
     *
     * @throws InputException if the stream has another object of the same name
     */
    public String toStream(String stream) throws InputException {
        StringBuilder whole = new StringBuilder(stream);
        for (String document : lacking(stream)) {
            boolean ended = whole.isEmpty() || whole.charAt(whole.length() - 1) == '\n';
            whole.append(ended ? "" : "\n").append(MARK).append(document);
        }
        return whole.toString();
    }

    /** The same with the items of a ResourceList; ours come first. */
    public String toItems(String list) throws InputException {
        List<String> lacking = lacking(list);
        if (lacking.isEmpty()) {
            return list;
        }
        YamlNode first = YamlReader.read(new SourceFile(SourceFile.STANDARD_INPUT, list)).documents().stream()
                .map(document -> (YamlMapping) document.root())
                .flatMap(root -> Fields.list(root, "items").stream())
                .findFirst()
                .orElseThrow(() -> new InputException("the ResourceList has no items, so that ours find no place"));
        int field = list.offsetByCodePoints(0, first.span().start());
        int line = list.lastIndexOf('\n', field - 1) + 1;
        String dash = list.substring(line, field);
        if (!dash.matches(" *- +")) {
            throw new InputException(
                    "the items of the ResourceList are not laid out as a block, so that ours find no place");
        }
        String inner = " ".repeat(dash.length());
        String items = lacking.stream()
                .map(document -> dash + document.strip().replace("\n", "\n" + inner) + "\n")
                .collect(Collectors.joining());
        return list.substring(0, line) + items + list.substring(line);
    }

    private List<String> lacking(String stream) throws InputException {
        List<StreamPart> ours = StreamPart.of(documents);
        List<InventoryObject> objects =
                ours.stream().flatMap(part -> objects(part.text())).toList();
        Map<ObjectId, Long> there = new HashMap<>();
        StreamPart.of(stream).stream()
                .filter(part -> objects.stream()
                        .anyMatch(object -> part.text().contains(object.id().name())))
                .flatMap(part -> objects(part.text()))
                .forEach(object -> there.put(object.id(), content(object)));
        List<String> lacking = new ArrayList<>();
        for (int index = 0; index < ours.size(); index++) {
            InventoryObject object = objects.get(index);
            Long known = there.get(object.id());
            if (known == null) {
                lacking.add(withoutMark(ours.get(index).text()));
            } else if (known != content(object)) {
                throw new InputException("standard input has another " + object.id()
                        + " than ours; leave --with-resources out, or take it out of the stream");
            }
        }
        return lacking;
    }

    private Stream<InventoryObject> objects(String text) {
        return YamlReader.read(new SourceFile(SourceFile.STANDARD_INPUT, text)).documents().stream()
                .flatMap(document -> StreamObjects.in(document.root(), namespace));
    }

    /** The same for manifests that say the same, beside their metadata. */
    private static long content(InventoryObject object) {
        Map<String, YamlMapping.Entry> entries =
                new LinkedHashMap<>(object.root().entries());
        entries.keySet().removeAll(NO_CONTENT);
        return Fingerprint.of(new YamlMapping(object.root().span(), entries));
    }

    private static String withoutMark(String document) {
        return document.startsWith(MARK) ? document.substring(MARK.length()) : document;
    }
}
