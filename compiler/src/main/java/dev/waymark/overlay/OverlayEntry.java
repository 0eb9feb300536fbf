package dev.waymark.overlay;

import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import java.util.Optional;

/** An entry of an overlay, with the identity of those that it is about. */
record OverlayEntry(Shape shape, Identity identity, YamlMapping mapping) {
    /**
     * Empty where it says of nothing what it is about.
     *
     * @param home the namespace that is meant where none is written
     */
    static Optional<OverlayEntry> of(Shape shape, YamlMapping mapping, String home) {
        return Identity.of(shape, mapping, home).map(identity -> new OverlayEntry(shape, identity, mapping));
    }

    /** Whether it states a new entry. */
    boolean adds() {
        return mapping.entry("add").isPresent();
    }

    /** Whether it takes entries out. */
    boolean removes() {
        return mapping.entry("remove").isPresent();
    }

    /** Where it says what it is about, last if in several fields. */
    Span place() {
        return mapping.list().stream()
                .filter(entry -> shape.identifies(entry.key().text()))
                .reduce((first, second) -> second)
                .map(YamlMapping.Entry::span)
                .orElse(mapping.span());
    }

    String words() {
        return shape.words(identity);
    }
}
