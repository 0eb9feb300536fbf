package dev.waymark.yaml;

import java.util.List;
import java.util.Random;

/** Random scalars in every style that stands on a line, and some that go over two. */
final class RandomScalars {
    /** What is written, and what it says. */
    record Scalar(String written, String value, ScalarType type) {}

    private static final List<Scalar> PLAIN = List.of(
            plain("word", ScalarType.STRING),
            plain("two words 😀", ScalarType.STRING),
            plain("𝄞a:b#c-d", ScalarType.STRING),
            plain("it's \"so\"", ScalarType.STRING),
            plain("yes", ScalarType.STRING),
            plain("12:30", ScalarType.STRING),
            plain("-1", ScalarType.INTEGER),
            plain("0x1F", ScalarType.INTEGER),
            plain("1.5e3", ScalarType.FLOAT),
            plain("-.inf", ScalarType.FLOAT),
            plain("true", ScalarType.BOOLEAN),
            plain("~", ScalarType.NULL));

    /** Pieces of quoted scalars: as they stand, in single quotes, in double quotes. */
    private static final List<List<String>> PIECES = List.of(
            List.of("a", "a", "a"),
            List.of("😀", "😀", "\\U0001F600"),
            List.of("é", "é", "\\xE9"),
            List.of("'", "''", "'"),
            List.of("\"", "\"", "\\\""),
            List.of("\\", "\\", "\\\\"),
            List.of("/", "/", "\\/"),
            List.of(": ", ": ", ": "),
            List.of(" #", " #", " #"),
            List.of("{,}", "{,}", "{,}"),
            List.of("- ", "- ", "- "),
            List.of("\t.", "\t.", "\\t."));

    private final Random random;

    RandomScalars(Random random) {
        this.random = random;
    }

    private static Scalar plain(String text, ScalarType type) {
        return new Scalar(text, text, type);
    }

    /** A key unlike those with other numbers. */
    Scalar key(int number) {
        return switch (random.nextInt(4)) {
            case 0 -> plain(String.valueOf(number), ScalarType.INTEGER);
            case 1 -> plain("😀 key" + number, ScalarType.STRING);
            case 2 -> quoted(number + "k", 1);
            default -> quoted(number + "k", 2);
        };
    }

    /** @param fold a line end and the blanks that a second line needs */
    Scalar blockValue(String fold) {
        return random.nextInt(5) == 0 ? folded(fold) : flowValue(fold);
    }

    /** @param fold a line end and the blanks that a second line needs */
    Scalar flowValue(String fold) {
        return switch (random.nextInt(5)) {
            case 0 -> quoted("", 1);
            case 1 -> quoted("", 2);
            case 2 -> new Scalar("\"a" + fold + "b\"", "a b", ScalarType.STRING);
            default -> PLAIN.get(random.nextInt(PLAIN.size()));
        };
    }

    private static Scalar folded(String fold) {
        return new Scalar("one 😀" + fold + "two", "one 😀 two", ScalarType.STRING);
    }

    /** @param style 1 for single quotes, 2 for double quotes */
    private Scalar quoted(String prefix, int style) {
        StringBuilder written = new StringBuilder(prefix);
        StringBuilder value = new StringBuilder(prefix);
        for (int count = random.nextInt(6); count > 0; count--) {
            List<String> piece = PIECES.get(random.nextInt(PIECES.size()));
            value.append(piece.get(0));
            written.append(piece.get(style));
        }
        String quote = style == 1 ? "'" : "\"";
        return new Scalar(quote + written + quote, value.toString(), ScalarType.STRING);
    }
}
