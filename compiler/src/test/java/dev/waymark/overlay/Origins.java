package dev.waymark.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What was written: every scalar of a merged tree must be one of these, with the place that it has there. */
final class Origins {
    private final Set<YamlScalar> written = Collections.newSetFromMap(new IdentityHashMap<>());

    Origins(List<YamlDocument> documents) {
        documents.forEach(document -> collect(document.root()));
    }

    private void collect(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            mapping.list().forEach(entry -> {
                written.add(entry.key());
                collect(entry.value());
            });
        } else if (node instanceof YamlSequence sequence) {
            sequence.items().forEach(this::collect);
        } else if (node instanceof YamlScalar scalar) {
            written.add(scalar);
        }
    }

    void check(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            mapping.list().forEach(this::check);
        } else if (node instanceof YamlSequence sequence) {
            sequence.items().forEach(this::check);
        } else if (node instanceof YamlScalar scalar) {
            assertThat(written.contains(scalar)).as(scalar.toString()).isTrue();
        }
    }

    /** A key and its value are of one file: the span of an entry reaches from the one to the other. */
    private void check(YamlMapping.Entry entry) {
        assertThat(written.contains(entry.key())).as(entry.toString()).isTrue();
        assertThat(entry.value().span().file()).isSameAs(entry.key().span().file());
        assertThat(entry.value().span().start())
                .isGreaterThanOrEqualTo(entry.key().span().end());
        check(entry.value());
    }
}
