package dev.waymark.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What text is laid out for.
 *
 * @param width cells of a line; {@link #UNLIMITED} where nobody breaks lines, as in a file
 */
public record Page(Style style, int width) {
    /** More than any line has, and far from an overflow. */
    public static final int UNLIMITED = 1_000_000;

    /** On less, a terminal may break lines where it likes. */
    private static final int NARROWEST = 30;

    public static final Page PLAIN = new Page(Style.PLAIN, UNLIMITED);

    public Page {
        width = width < NARROWEST ? NARROWEST : width;
    }

    /**
     * Breaks a sentence between words.
     *
     * @param used cells that the first line has no more
     * @param indent cells that stay empty in all others
     */
    List<String> lines(String sentence, int used, int indent) {
        if (used + sentence.length() * 2 <= width) {
            return List.of(sentence);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int room = width - used;
        for (String word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && Cells.of(line.toString()) + 1 + Cells.of(word) > room) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent)).append(word);
                room = width;
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
