package dev.waymark.inject;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of a document in a stream: itself, the items of a list such as {@code kubectl get} prints, those of a
 * ResourceList, or those of an array.
 */
final class StreamObjects {
    private static final String LIST = "List";
    private static final String ITEMS = "items";

    private final Doubts doubts;

    private StreamObjects(Doubts doubts) {
        this.doubts = doubts;
    }

    static Stream<StreamObject> in(YamlDocument document, Doubts doubts) {
        return new StreamObjects(doubts).in(document.root(), "", "");
    }

    /** What an item does not state is that of its list ({@code metav1.List} of one kind). */
    private Stream<StreamObject> in(YamlNode node, String apiVersion, String kind) {
        if (node instanceof YamlSequence array) {
            return array.items().stream().flatMap(item -> in(item, apiVersion, kind));
        }
        if (!(node instanceof YamlMapping root)) {
            return doubts.at(node).map(doubt -> unread(node, doubt)).stream();
        }
        Stated ownVersion = text(root, "apiVersion").or(apiVersion);
        Stated ownKind = text(root, "kind").or(kind);
        return ownKind.text().endsWith(LIST)
                ? items(root, ownVersion.text(), ownKind.text())
                : Stream.of(object(root, ownVersion, ownKind));
    }

    private Stream<StreamObject> items(YamlMapping list, String apiVersion, String kind) {
        Optional<Diagnostic> doubt = doubt(list, ITEMS);
        if (doubt.isPresent()) {
            return Stream.of(unread(list, doubt.get()));
        }
        String itemKind = kind.substring(0, kind.length() - LIST.length());
        return list.value(ITEMS).stream()
                .filter(YamlSequence.class::isInstance)
                .flatMap(items -> in(items, apiVersion, itemKind));
    }

    private StreamObject object(YamlMapping root, Stated apiVersion, Stated kind) {
        Optional<Diagnostic> doubt = doubt(root, "metadata");
        if (doubt.isPresent()) {
            Stated unread = Stated.unread(doubt.get());
            return new StreamObject(root, apiVersion, kind, unread, unread);
        }
        return root.value("metadata")
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .map(found -> new StreamObject(root, apiVersion, kind, text(found, "namespace"), text(found, "name")))
                .orElseGet(() -> new StreamObject(root, apiVersion, kind, Stated.of(""), Stated.of("")));
    }

    private static StreamObject unread(YamlNode node, Diagnostic doubt) {
        Stated unread = Stated.unread(doubt);
        YamlMapping root = new YamlMapping(node.span(), new LinkedHashMap<>());
        return new StreamObject(root, unread, unread, unread, unread);
    }

    private Stated text(YamlMapping mapping, String field) {
        return doubt(mapping, field)
                .map(Stated::unread)
                .orElseGet(() -> Stated.of(mapping.entry(field)
                        .map(Entry::value)
                        .filter(value -> value instanceof YamlScalar && !value.isNull())
                        .map(value -> ((YamlScalar) value).text())
                        .orElse("")));
    }

    private Optional<Diagnostic> doubt(YamlMapping mapping, String field) {
        return mapping.entry(field).map(doubts::unreadable).orElseGet(() -> doubts.merged(mapping));
    }
}
