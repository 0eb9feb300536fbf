package dev.waymark.review;

import dev.waymark.kube.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A sentence in which names of the user's stand apart from our own words, so that a printer can make them inert. */
public record Wording(List<Part> parts) {
    /**
     * A stretch of it.
     *
     * @param name whether a user chose it
     */
    public record Part(String text, boolean name) {}

    public Wording {
        parts = Ordered.list(parts);
    }

    /**
     * Fills the gaps of a sentence of ours.
     *
     * @param sentence with {@code {}} for each name
     */
    static Wording of(String sentence, Object... names) {
        String[] words = sentence.split("\\{\\}", -1);
        if (words.length != names.length + 1) {
            throw new IllegalArgumentException(names.length + " names for: " + sentence);
        }
        List<Part> parts = new ArrayList<>();
        for (int index = 0; index < words.length; index++) {
            if (!words[index].isEmpty()) {
                parts.add(new Part(words[index], false));
            }
            if (index < names.length) {
                parts.add(new Part(String.valueOf(names[index]), true));
            }
        }
        return new Wording(parts);
    }

    /** The sentence with each name as a printer needs it. */
    public String text(UnaryOperator<String> quoted) {
        return parts.stream()
                .map(part -> part.name() ? quoted.apply(part.text()) : part.text())
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text(name -> name);
    }
}
