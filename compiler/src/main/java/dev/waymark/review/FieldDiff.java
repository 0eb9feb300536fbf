package dev.waymark.review;

import dev.waymark.review.ManifestChange.FieldChange;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import dev.waymark.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares two documents value by value. The order of keys does not count, nor that of items with names or of sets; a document that stands in a text,
 * as patches do, is entered as if its fields stood there.
 */
final class FieldDiff {
    private final List<FieldChange> changes = new ArrayList<>();

    private FieldDiff() {}

    static List<FieldChange> of(String pointer, Optional<YamlNode> before, Optional<YamlNode> after) {
        FieldDiff diff = new FieldDiff();
        diff.compare(pointer, before, after);
        return diff.changes;
    }

    private void compare(String pointer, Optional<YamlNode> before, Optional<YamlNode> after) {
        if (before.isPresent() && after.isPresent()) {
            compare(pointer, before.get(), after.get());
        } else {
            before.ifPresent(node -> leaves(pointer, node, true));
            after.ifPresent(node -> leaves(pointer, node, false));
        }
    }

    private void compare(String pointer, YamlNode before, YamlNode after) {
        if (before instanceof YamlMapping old && after instanceof YamlMapping now) {
            compareMappings(pointer, old, now);
        } else if (before instanceof YamlSequence old && after instanceof YamlSequence now) {
            for (ItemPairs.Pair pair : ItemPairs.of(field(pointer), old.items(), now.items())) {
                compare(pointer + "/" + pair.index(), pair.before(), pair.after());
            }
        } else if (before instanceof YamlScalar old && after instanceof YamlScalar now) {
            compareScalars(pointer, old, now);
        } else {
            leaves(pointer, before, true);
            leaves(pointer, after, false);
        }
    }

    private void compareMappings(String pointer, YamlMapping before, YamlMapping after) {
        for (Entry entry : after.list()) {
            String key = entry.key().text();
            compare(pointer + "/" + escaped(key), before.value(key), Optional.of(entry.value()));
        }
        for (Entry entry : before.list()) {
            String key = entry.key().text();
            if (after.entry(key).isEmpty()) {
                compare(pointer + "/" + escaped(key), Optional.of(entry.value()), Optional.empty());
            }
        }
    }

    private void compareScalars(String pointer, YamlScalar before, YamlScalar after) {
        if (before.text().equals(after.text()) && before.type() == after.type()) {
            return;
        }
        Optional<YamlNode> old = inside(before);
        Optional<YamlNode> now = inside(after);
        int known = changes.size();
        if (old.isPresent() && now.isPresent()) {
            compare(pointer, old.get(), now.get());
        }
        // A text of the same content that is written in another way is another text to the cluster.
        if (changes.size() == known) {
            boolean quoted = before.text().equals(after.text());
            changes.add(new FieldChange(pointer, Optional.of(text(before, quoted)), Optional.of(text(after, quoted))));
        }
    }

    /** The last part of a pointer. */
    private static String field(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static String text(YamlScalar scalar, boolean quoted) {
        return quoted && scalar.type() == ScalarType.STRING ? '"' + scalar.text() + '"' : scalar.text();
    }

    /** The mapping that a text of several lines is. */
    private static Optional<YamlNode> inside(YamlScalar scalar) {
        if (scalar.text().indexOf('\n') < 0 || scalar.text().indexOf(':') < 0) {
            return Optional.empty();
        }
        YamlStream stream = YamlReader.read(new SourceFile("", scalar.text()));
        List<YamlDocument> documents = stream.documents();
        return Optional.of(documents)
                .filter(all -> all.size() == 1
                        && stream.damage().isEmpty()
                        && all.get(0).problems().isEmpty())
                .map(all -> all.get(0).root())
                .filter(YamlMapping.class::isInstance);
    }

    /** All values of what is new or gone. */
    private void leaves(String pointer, YamlNode node, boolean gone) {
        if (node instanceof YamlMapping mapping && !mapping.list().isEmpty()) {
            mapping.list()
                    .forEach(entry -> leaves(pointer + "/" + escaped(entry.key().text()), entry.value(), gone));
        } else if (node instanceof YamlSequence sequence && !sequence.items().isEmpty()) {
            for (int index = 0; index < sequence.items().size(); index++) {
                leaves(pointer + "/" + index, sequence.items().get(index), gone);
            }
        } else {
            Optional<String> value = Optional.of(leaf(node));
            changes.add(new FieldChange(pointer, gone ? value : Optional.empty(), gone ? Optional.empty() : value));
        }
    }

    private static String leaf(YamlNode node) {
        return node instanceof YamlScalar scalar ? scalar.text() : node instanceof YamlMapping ? "{}" : "[]";
    }

    /** RFC 6901, section 3. */
    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
