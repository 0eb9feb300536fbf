package dev.waymark.diagnostic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences with numbered gaps, {@code {0}} to {@code {9}}. */
final class Template {
    private static final Pattern GAP = Pattern.compile("\\{([0-9])}");

    private Template() {}

    /** How many arguments a sentence needs. */
    static int arity(String sentence) {
        return GAP.matcher(sentence)
                .results()
                .mapToInt(gap -> Integer.parseInt(gap.group(1)) + 1)
                .max()
                .orElse(0);
    }

    /** A whole sentence without what fills its gaps; empty if it has nothing else. */
    static String general(String sentence) {
        String text = GAP.matcher(sentence).replaceAll("…");
        if (text.isEmpty() || text.equals("…")) {
            return "";
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    static String fill(String sentence, Object... arguments) {
        return GAP.matcher(sentence)
                .replaceAll(gap -> Matcher.quoteReplacement(String.valueOf(arguments[Integer.parseInt(gap.group(1))])));
    }
}
