package dev.waymark;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.yaml.Places;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a compilation.
 *
 * @param diagnostics by file and position
 * @param places where in the documents spans lie
 * @param failed whether something was found that is as bad as the request's {@code failOn}
 * @param outcome what the run was for; empty where it failed before that
 */
public record CompileResult<T>(List<Diagnostic> diagnostics, Places places, boolean failed, Optional<T> outcome) {
    /** The places that messages need: those in manifests, too, which nobody holds. */
    public Places placesOfMessages() {
        return places.including(diagnostics.stream()
                .flatMap(diagnostic -> diagnostic.span().stream())
                .toList());
    }

    /** The same with another outcome. */
    <R> CompileResult<R> with(Optional<R> other) {
        return new CompileResult<>(diagnostics, places, failed, other);
    }
}
