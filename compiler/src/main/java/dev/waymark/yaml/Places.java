package dev.waymark.yaml;

import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the document and the pointer that belong to a span: only messages need them, so nodes do not carry them. */
public final class Places {
    private final Map<SourceFile, List<YamlDocument>> documents = new HashMap<>();
    private final Optional<SourceFile> firstFile;
    private final Map<Span, Place> known;

    public Places(List<YamlDocument> documents) {
        this(documents, new HashMap<>());
    }

    private Places(List<YamlDocument> documents, Map<Span, Place> known) {
        this.known = known;
        this.firstFile = documents.stream().findFirst().map(YamlDocument::file);
        for (YamlDocument document : documents) {
            this.documents
                    .computeIfAbsent(document.file(), file -> new ArrayList<>())
                    .add(document);
        }
        this.documents.values().forEach(list -> list.sort(Comparator.comparingInt(YamlDocument::index)));
    }

    /** The same with places in manifests, whose documents nobody holds: their files are read once more. */
    public Places including(Collection<Span> spans) {
        List<Span> unknown = spans.stream()
                .filter(span -> !documents.containsKey(span.file()))
                .toList();
        Map<Span, Place> more = new HashMap<>(known);
        more.putAll(ManifestReader.places(unknown));
        return new Places(documents(), more);
    }

    /** All documents whose places are known. */
    public List<YamlDocument> documents() {
        return documents.values().stream().flatMap(List::stream).toList();
    }

    /** The file that was read first; empty if there was none with a document. */
    public Optional<SourceFile> firstFile() {
        return firstFile;
    }

    /** The place of the innermost value that a span starts in. */
    public Place of(Span span) {
        Place place = known.get(span);
        return place == null ? find(span, node -> false) : place;
    }

    /** The place of the value that has this very span, the outermost if there are several. */
    public Place ofValue(Span span) {
        return find(span, node -> node.span().equals(span));
    }

    private Place find(Span span, Predicate<YamlNode> last) {
        int before = 0;
        for (YamlDocument document : documents.getOrDefault(span.file(), List.of())) {
            if (span.start() < document.span().start()) {
                break;
            }
            if (span.start() <= document.span().end()) {
                return new Place(document.index(), pointer(document.root(), span.start(), last));
            }
            before = document.index();
        }
        return new Place(before + 1, "");
    }

    static String pointer(YamlNode root, int offset) {
        return pointer(root, offset, node -> false);
    }

    /** @param last the value at which the way ends, if not earlier */
    private static String pointer(YamlNode root, int offset, Predicate<YamlNode> last) {
        StringBuilder pointer = new StringBuilder();
        YamlNode node = root;
        while (true) {
            YamlNode child = null;
            if (last.test(node)) {
                return pointer.toString();
            }
            if (node instanceof YamlMapping mapping) {
                for (YamlMapping.Entry entry : mapping.list()) {
                    if (holds(entry.span(), offset)) {
                        pointer.append('/').append(escape(entry.key().text()));
                        child = holds(entry.key().span(), offset) ? null : entry.value();
                        break;
                    }
                }
            } else if (node instanceof YamlSequence sequence) {
                for (int index = 0; index < sequence.items().size(); index++) {
                    if (holds(sequence.items().get(index).span(), offset)) {
                        pointer.append('/').append(index);
                        child = sequence.items().get(index);
                        break;
                    }
                }
            }
            if (child == null) {
                return pointer.toString();
            }
            node = child;
        }
    }

    /** The end counts too: an empty value stands there, and between two neighbours there is a sign at least. */
    private static boolean holds(Span span, int offset) {
        return span.start() <= offset && offset <= span.end();
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
