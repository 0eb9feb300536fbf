package dev.waymark.routing;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers and truth values as Go reads them. */
final class GoNumbers {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

    private GoNumbers() {}

    /** Go's {@code strconv.Atoi}: decimal digits with a sign or none; leading zeros do not matter. */
    static Optional<Long> atoi(String text) {
        return INTEGER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** Whether Go's {@code strconv.ParseBool} says true. */
    static boolean isTrue(String text) {
        return TRUE.contains(text);
    }
}
