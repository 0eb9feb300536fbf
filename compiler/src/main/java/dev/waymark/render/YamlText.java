package dev.waymark.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Prints a string as one YAML scalar that every reader, of YAML 1.1 or 1.2, in a block or in a flow collection, takes
 * for that string.
 */
final class YamlText {
    private static final int LONGEST_PLAIN = 120;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");

    /** Words that YAML 1.1 reads as a boolean or as null, in any case (yaml.org/type/bool.html, null.html). */
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private YamlText() {}

    static String of(String text) {
        boolean plain = text.length() <= LONGEST_PLAIN
                && PLAIN.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(character -> quoted.append(escaped(character)));
        return quoted.append('"').toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> isPrintable(character) ? Character.toString(character) : numbered(character);
        };
    }

    /** Marks that turn the direction of text, and whatever has no shape, are shown by their numbers. */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }

    private static String numbered(int character) {
        return character <= 0xFFFF ? String.format("\\u%04X", character) : String.format("\\U%08X", character);
    }
}
