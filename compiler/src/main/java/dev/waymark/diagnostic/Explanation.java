package dev.waymark.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of a code. It says what a message has no room for.
 *
 * @param text at most 60 lines of 80 columns, Markdown that reads well as it stands
 */
public record Explanation(Code code, String text) {
    /** The page of the code that has this id or this name, in any case. */
    public static Optional<Explanation> of(String word) {
        return find(word).map(code -> new Explanation(code, PageText.read(code.id())));
    }

    /** The ids and the names of codes: all words that have a page. */
    public static List<String> words() {
        return Arrays.stream(Code.values())
                .flatMap(code -> Stream.of(code.id(), code.kebabName()))
                .toList();
    }

    private static Optional<Code> find(String word) {
        return Arrays.stream(Code.values())
                .filter(code ->
                        code.id().equalsIgnoreCase(word) || code.kebabName().equalsIgnoreCase(word))
                .findFirst();
    }
}
