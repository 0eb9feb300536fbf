package dev.waymark.report;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a diagnostic says, each sentence on one line and fit to be printed.
 *
 * @param consequence what follows in the mesh, with Istio's own word for it
 */
record Sentences(String message, Optional<String> consequence, Optional<String> help) {
    static Sentences of(Diagnostic diagnostic) {
        Optional<String> help = Optional.of(diagnostic.help()).filter(text -> !text.isEmpty());
        return new Sentences(
                Printable.of(diagnostic.message()),
                consequence(diagnostic),
                help.map(text -> "help: " + Printable.of(text)));
    }

    private static Optional<String> consequence(Diagnostic diagnostic) {
        String words = Printable.of(diagnostic.consequence());
        if (!diagnostic.code().istioReason().isEmpty()) {
            return Optional.of("Istio will say: " + diagnostic.code().istioReason() + ". " + words);
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(lead(diagnostic.code()) + ": " + words);
    }

    /** Of a field that breaks the schema the schema's own description is shown; other mistakes have a consequence. */
    private static String lead(Code code) {
        return code == Code.SCHEMA_VIOLATION ? "the field" : "so";
    }

    /** All of them, one a line. */
    String lines() {
        return Stream.of(Optional.of(message), consequence, help)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }
}
