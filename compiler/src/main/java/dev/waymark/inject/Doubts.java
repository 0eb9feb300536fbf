package dev.waymark.inject;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Diagnostic.Related;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a document say something else than its text does at that place: aliases, anchors, tags, merged mappings,
 * and keys that are stated twice.
 */
final class Doubts {
    private final Map<Integer, Diagnostic> byStart = new HashMap<>();

    Doubts(YamlDocument document) {
        for (Diagnostic problem : document.problems()) {
            problem.span().ifPresent(span -> byStart.putIfAbsent(span.start(), problem));
            for (Related related : problem.related()) {
                byStart.putIfAbsent(related.span().start(), problem);
            }
        }
    }

    /** The value is shared, stands elsewhere, or has a tag. */
    Optional<Diagnostic> at(YamlNode value) {
        return Optional.ofNullable(byStart.get(value.span().start()));
    }

    /** The field is stated twice, or its value is in doubt. */
    Optional<Diagnostic> at(Entry field) {
        return stated(field).or(() -> at(field.value()));
    }

    /** The field cannot be read: a value with an anchor can. */
    Optional<Diagnostic> unreadable(Entry field) {
        return stated(field).or(() -> field.value().isNull() ? at(field.value()) : Optional.empty());
    }

    /** It may have more fields than stand in it. */
    Optional<Diagnostic> merged(YamlMapping mapping) {
        return mapping.entry(YamlReader.MERGE_KEY).flatMap(entry -> at(entry.key()));
    }

    private Optional<Diagnostic> stated(Entry field) {
        return at(field.key());
    }
}
