package dev.waymark.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Strings that are hard on a printer of YAML, the same ones in every run. */
final class RandomStrings {
    private static final long SEED = 20261123;

    /** What YAML 1.1 or 1.2 takes for something else, or parts of it. */
    private static final List<String> WORDS = List.of(
            "y",
            "n",
            "yes",
            "no",
            "on",
            "off",
            "true",
            "false",
            "null",
            "nil",
            "~",
            "=",
            "<<",
            ".inf",
            ".nan",
            "-.inf",
            "e",
            "x",
            "o",
            "b",
            "_",
            "infinity",
            "---",
            "...",
            "%YAML 1.1",
            "!!str",
            "&a",
            "*a",
            "|",
            ">",
            "?",
            "@",
            "`");

    private static final List<String> NUMBERS = List.of(
            "0",
            "12",
            "-1",
            "+1",
            "012",
            "0o17",
            "0x1F",
            "0b11",
            "1_000",
            "1.5",
            ".5",
            "1.",
            "1e3",
            "1E-3",
            "685_230.15",
            "190:20:30",
            "1:30",
            "2026-11-23",
            "2026-11-23T10:00:00Z",
            "0x_1",
            "08",
            "1__0",
            "0.",
            "-0",
            "1e",
            "6.8523015e+5");

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`~=<. \t/\\$_";

    /** Characters that readers and printers treat on their own. */
    private static final int[] BORDERS = {
        0, 7, 9, 10, 13, 27, 0x7E, 0x7F, 0x80, 0x85, 0x9F, 0xA0, 0xAD, 0x2028, 0x2029, 0x200D, 0x202E, 0x2066, 0xD7FF,
        0xE000, 0xFEFF, 0xFFFD, 0x10000, 0x1F600, 0xE0001, 0xF0000, 0x10FFFD
    };

    private final Random random = new Random(SEED);

    private RandomStrings() {}

    static List<String> some(int count) {
        RandomStrings strings = new RandomStrings();
        List<String> some = new ArrayList<>();
        while (some.size() < count) {
            some.add(strings.next());
        }
        return some;
    }

    private String next() {
        return switch (random.nextInt(8)) {
            case 0 -> inSomeCase(one(WORDS));
            case 1 -> one(NUMBERS);
            case 2 -> inSomeCase(one(WORDS)) + one(NUMBERS);
            case 3 -> characters(4, this::border);
            case 4 -> characters(6, this::indicator);
            case 5 -> characters(12, this::anyCharacter);
            case 6 -> characters(130, this::nameCharacter);
            default -> one(WORDS) + characters(3, this::indicator) + one(NUMBERS) + characters(2, this::anyCharacter);
        };
    }

    private interface Characters {
        int next();
    }

    private String characters(int most, Characters characters) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(most + 1); count > 0; count--) {
            text.appendCodePoint(characters.next());
        }
        return text.toString();
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String inSomeCase(String word) {
        StringBuilder text = new StringBuilder();
        word.chars()
                .forEach(letter -> text.append((char) (random.nextBoolean() ? Character.toUpperCase(letter) : letter)));
        return text.toString();
    }

    private int border() {
        return random.nextBoolean() ? BORDERS[random.nextInt(BORDERS.length)] : indicator();
    }

    private int indicator() {
        return random.nextInt(4) == 0 ? 'a' : INDICATORS.charAt(random.nextInt(INDICATORS.length()));
    }

    private int nameCharacter() {
        return "abcXYZ019._/-".charAt(random.nextInt(13));
    }

    /** Any but those that no intent can hold: halves of a pair, and code points that are no characters. */
    private int anyCharacter() {
        int character = random.nextInt(random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT + 1);
        boolean half = Character.getType(character) == Character.SURROGATE;
        boolean none = (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
        return half || none ? 0x1F600 : character;
    }
}
