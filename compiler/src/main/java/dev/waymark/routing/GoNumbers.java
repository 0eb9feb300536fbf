package dev.waymark.routing;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers and truth values as Go reads them. */
public final class GoNumbers {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

    private GoNumbers() {}

    /** Go's {@code strconv.Atoi}: decimal digits with a sign or none; leading zeros do not matter. */
    static Optional<Long> atoi(String text) {
        return INTEGER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** Whether Go's {@code strconv.ParseBool} says true. */
    public static boolean isTrue(String text) {
        return TRUE.contains(text);
    }

    /** Whether Go's {@code strconv.ParseBool} takes it at all. */
    public static boolean isBoolean(String text) {
        return TRUE.contains(text) || FALSE.contains(text);
    }
}
