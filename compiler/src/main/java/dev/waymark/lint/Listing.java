package dev.waymark.lint;

import java.util.List;

/** Several names in a sentence. */
final class Listing {
    /** How many are named. */
    static final int SHOWN = 3;

    private Listing() {}

    /** {@code a}, {@code a and b}, {@code a, b, c and 4 more}. */
    static String of(List<String> names) {
        if (names.size() > SHOWN) {
            return String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
