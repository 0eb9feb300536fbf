package dev.waymark.report;

/** Makes text from files fit for a terminal: what could move the cursor or turn the direction of text is shown by its number. */
public final class Printable {
    private Printable() {}

    /** The text, on one line. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(printable, character));
        return printable.toString();
    }

    private static void append(StringBuilder printable, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                printable.append(character == '\t' ? "    " : String.format("\\u{%X}", character));
            default -> printable.appendCodePoint(character);
        }
    }
}
