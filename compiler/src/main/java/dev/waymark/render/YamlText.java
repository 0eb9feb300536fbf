package dev.waymark.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Prints a string as one YAML scalar that every reader, of YAML 1.1 or 1.2, in a block or in a flow collection, takes
 * for that string.
 */
public final class YamlText {
    private static final int LONGEST_PLAIN = 120;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");

    /** Words that YAML 1.1 reads as a boolean or as null, in any case (yaml.org/type/bool.html, null.html). */
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    /**
     * Fixed ranges of letters that people write, first and last in turn. Everything else is shown by its number: which
     * characters are printable differs between versions of the Java platform, and the bytes must not.
     */
    private static final int[] PRINTABLE = {
        ' ', '~', 0x00A1, 0x00AC, 0x00AE, 0x024F, 0x0370, 0x0377, 0x0384, 0x052F, 0x05D0, 0x05EA, 0x0620, 0x064A,
        0x3041, 0x3096, 0x30A1, 0x30FA, 0x4E00, 0x9FA5, 0xAC00, 0xD7A3
    };

    private YamlText() {}

    /** The scalar, in quotes where it must be. */
    public static String of(String text) {
        boolean plain = text.length() <= LONGEST_PLAIN
                && PLAIN.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /** The scalar in double quotes, as JSON has it too unless there are characters beyond the basic plane. */
    public static String quoted(String text) {
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

    private static boolean isPrintable(int character) {
        for (int range = 0; range < PRINTABLE.length; range += 2) {
            if (PRINTABLE[range] <= character && character <= PRINTABLE[range + 1]) {
                return true;
            }
        }
        return false;
    }

    private static String numbered(int character) {
        return character <= 0xFFFF ? String.format("\\u%04X", character) : String.format("\\U%08X", character);
    }
}
