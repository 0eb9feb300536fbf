package dev.waymark.report;

/** Texts of any length in the room that a name has: all of a name that somebody meant, the ends of what was pasted. */
final class Shortened {
    private Shortened() {}

    /**
     * The beginning and the end, on one line and fit to be printed.
     *
     * @param most {@code char}s of the result
     */
    static String of(String text, int most) {
        return cut(Printable.of(cut(text, most)), most);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int head = most * 3 / 4;
        int tail = text.length() - (most - head - 1);
        return text.substring(0, Character.isHighSurrogate(text.charAt(head - 1)) ? head - 1 : head)
                + "…"
                + text.substring(Character.isLowSurrogate(text.charAt(tail)) ? tail + 1 : tail);
    }
}
