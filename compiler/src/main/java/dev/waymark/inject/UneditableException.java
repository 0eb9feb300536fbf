package dev.waymark.inject;

import dev.waymark.source.Span;

/** A manifest does not have the form of its kind, or is not laid out in a way that can be added to. */
final class UneditableException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Span place;

    UneditableException(Span place, String message) {
        super(message);
        this.place = place;
    }

    Span place() {
        return place;
    }
}
