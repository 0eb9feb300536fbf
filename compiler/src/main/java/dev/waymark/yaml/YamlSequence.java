package dev.waymark.yaml;

import dev.waymark.source.Span;
import java.util.Collections;
import java.util.List;

/** A list. */
public record YamlSequence(Span span, List<YamlNode> items) implements YamlNode {
    public YamlSequence {
        items = Collections.unmodifiableList(items);
    }
}
