package dev.waymark.report;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.review.Effect;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a diagnostic or an effect says, each sentence on one line and fit to be printed.
 *
 * @param consequence what follows in the mesh, with Istio's own word for it
 */
record Sentences(String message, Optional<String> consequence, Optional<String> help) {
    /** Far more than any name; a value that somebody pasted would bury the words around it. */
    private static final int LONGEST_WORD = 300;

    private static final int LONGEST = 2_000;

    static Sentences of(Diagnostic diagnostic) {
        Optional<String> help = Optional.of(diagnostic.help()).filter(text -> !text.isEmpty());
        return new Sentences(
                where(diagnostic.cluster()) + of(diagnostic.message()),
                consequence(diagnostic),
                help.map(text -> "help: " + of(text)));
    }

    /** Services show them beside the new side: what only the old one has is named in words. */
    static Sentences of(Effect effect) {
        String message = effect.message().text(Sentences::of);
        return new Sentences(
                where(effect.cluster()) + of(message),
                step(effect),
                effect.cause()
                        .filter(Effect.Cause::removed)
                        .map(cause -> "it stood at " + of(cause.span().toString())));
    }

    private static Optional<String> step(Effect effect) {
        return effect.before().isEmpty() && effect.after().isEmpty()
                ? Optional.empty()
                : Optional.of(name(effect.before()) + " → " + name(effect.after()));
    }

    private static String name(Optional<String> name) {
        return name.map(Sentences::of).orElse("none");
    }

    private static String where(Optional<String> cluster) {
        return cluster.map(name -> "in " + of(name) + ": ").orElse("");
    }

    private static String of(String text) {
        if (text.length() <= LONGEST_WORD) {
            return Printable.of(text);
        }
        String words = Stream.of(text.split(" ", LONGEST))
                .map(word -> cut(word, LONGEST_WORD))
                .collect(Collectors.joining(" "));
        return Printable.of(cut(words, LONGEST));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : Cells.head(text, longest * 2 / 3) + "…" + Cells.tail(text, longest / 6);
    }

    private static Optional<String> consequence(Diagnostic diagnostic) {
        String words = of(diagnostic.consequence());
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
