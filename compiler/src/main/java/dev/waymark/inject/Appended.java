package dev.waymark.inject;

import dev.waymark.inject.ResourceList.Item;
import dev.waymark.inventory.Fingerprint;
import dev.waymark.inventory.InventoryObject;
import dev.waymark.inventory.ObjectId;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Objects of ours beside those of a stream, unless it has them already. */
public final class Appended {
    private static final String MARK = "---";

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
        String lineEnd = stream.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder whole = new StringBuilder(stream);
        for (Item item : lacking(stream)) {
            boolean ended = whole.isEmpty() || whole.charAt(whole.length() - 1) == '\n';
            whole.append(ended ? "" : lineEnd)
                    .append(MARK)
                    .append(lineEnd)
                    .append(item.text().replace("\n", lineEnd));
        }
        return whole.toString();
    }

    /** The same with the items of a ResourceList; ours come first. */
    public String toItems(ResourceList list) throws InputException {
        List<Item> lacking = lacking(list.text());
        return lacking.isEmpty() ? list.text() : list.withItems(lacking);
    }

    private List<Item> lacking(String stream) throws InputException {
        List<Ours> all = StreamPart.of(documents).stream().map(this::ours).toList();
        Map<ObjectId, Content> there = there(stream, all);
        List<Item> lacking = new ArrayList<>();
        for (Ours ours : all) {
            Content known = there.get(ours.object().id());
            if (known == null) {
                lacking.add(ours.item());
            } else if (!known.equals(Content.of(ours.object()))) {
                throw new InputException("standard input has another "
                        + ours.object().id() + " than ours; leave --with-resources out, or take it out of the stream");
            }
        }
        return lacking;
    }

    /** An object of ours, and how it is added. */
    private record Ours(InventoryObject object, Item item) {}

    private Ours ours(StreamPart part) {
        InventoryObject object = objects(part.text()).findFirst().orElseThrow();
        return new Ours(object, new Item(withoutMark(part.text()), Value.of(object.root())));
    }

    /** What the stream has of the same name as something of ours. */
    private Map<ObjectId, Content> there(String stream, List<Ours> ours) {
        List<String> names =
                ours.stream().map(each -> each.object().id().name()).distinct().toList();
        Map<ObjectId, Content> there = new HashMap<>();
        StreamPart.of(stream).stream()
                .filter(part -> names.stream().anyMatch(part.text()::contains))
                .flatMap(part -> objects(part.text()))
                .forEach(object -> there.put(object.id(), Content.of(object)));
        return there;
    }

    private Stream<InventoryObject> objects(String text) {
        return YamlReader.read(new SourceFile(SourceFile.STANDARD_INPUT, text)).documents().stream()
                .flatMap(document -> StreamObjects.in(document, new Doubts(document)))
                .flatMap(object -> object.object(namespace).stream());
    }

    private static String withoutMark(String document) {
        return document.startsWith(MARK) ? document.substring(document.indexOf('\n') + 1) : document;
    }

    /**
     * What an object says, beside what pipelines add to its metadata.
     *
     * @param labels those that istiod reads
     */
    private record Content(long fields, SortedMap<String, String> labels) {
        static Content of(InventoryObject object) {
            Map<String, YamlMapping.Entry> entries =
                    new LinkedHashMap<>(object.root().entries());
            entries.keySet().removeAll(NO_CONTENT);
            SortedMap<String, String> labels = new TreeMap<>(object.labels().values());
            labels.keySet().removeIf(key -> !key.contains("istio.io/"));
            return new Content(Fingerprint.of(new YamlMapping(object.root().span(), entries)), labels);
        }
    }
}
