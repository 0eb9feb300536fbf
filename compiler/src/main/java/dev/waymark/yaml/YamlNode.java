package dev.waymark.yaml;

import dev.waymark.source.Span;

/** A value in a YAML document, with its place. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {
    Span span();

    /** Whether it says that there is nothing. */
    default boolean isNull() {
        return this instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
    }
}
