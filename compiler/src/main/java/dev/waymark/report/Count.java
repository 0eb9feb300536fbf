package dev.waymark.report;

/** Numbers of things, as people say them. */
public final class Count {
    private Count() {}

    /** {@code 1 target}, {@code 2 targets}, {@code 3 entries}. */
    public static String of(long number, String noun) {
        return number + " " + (number == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        return noun.endsWith("ry") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
