package dev.waymark.intent;

import dev.waymark.source.Span;

/** A {@code true} or {@code false} that the author wrote. */
public record Flag(boolean value, Span span) {}
