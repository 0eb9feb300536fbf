package dev.waymark.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of a code, a resource beside the program. It says what a message has no room for.
 *
 * @param text at most 60 lines of 80 columns, Markdown that reads well as it stands
 */
public record Explanation(Code code, String text) {
    private static final String FOLDER = "/dev/waymark/explain/";

    /** The page of the code that has this id or this name, in any case. */
    public static Optional<Explanation> of(String word) {
        return find(word).map(code -> new Explanation(code, read(code)));
    }

    /** The code that a word which is none was probably meant for. */
    public static Optional<Code> near(String word) {
        List<String> words = Arrays.stream(Code.values())
                .flatMap(code -> Stream.of(code.id(), code.kebabName()))
                .toList();
        boolean number = word.chars().anyMatch(Character::isDigit);
        String likely = number ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT);
        return NearName.of(likely, words).flatMap(Explanation::find);
    }

    private static Optional<Code> find(String word) {
        return Arrays.stream(Code.values())
                .filter(code ->
                        code.id().equalsIgnoreCase(word) || code.kebabName().equalsIgnoreCase(word))
                .findFirst();
    }

    private static String read(Code code) {
        String name = FOLDER + code.id() + ".md";
        try (InputStream page = Objects.requireNonNull(Explanation.class.getResourceAsStream(name), name)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
