package dev.waymark.inject;

import dev.waymark.diagnostic.Diagnostic;
import java.util.Optional;

/**
 * What a field says.
 *
 * @param text empty where there is none
 * @param doubt why it cannot be read, if so; it may say anything then
 */
record Stated(String text, Optional<Diagnostic> doubt) {
    static Stated of(String text) {
        return new Stated(text, Optional.empty());
    }

    static Stated unread(Diagnostic doubt) {
        return new Stated("", Optional.of(doubt));
    }

    boolean mayBe(String other) {
        return doubt.isPresent() || text.equals(other);
    }

    /** This, or something else where there is no text. */
    Stated or(String other) {
        return text.isEmpty() && doubt.isEmpty() ? of(other) : this;
    }
}
