package dev.waymark.intent;

import dev.waymark.source.Span;

/** A word that the author wrote, or a default at the place where it would have stood. */
public record Text(String value, Span span) {
    @Override
    public String toString() {
        return value;
    }
}
