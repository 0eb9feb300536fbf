package dev.waymark.diagnostic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences with numbered gaps, {@code {0}} to {@code {9}}. */
final class Template {
    private static final Pattern GAP = Pattern.compile("\\{([0-9])}");

    private static final int LONGEST = 800;
    private static final int HEAD = 200;
    private static final int TAIL = 200;

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

    /** The beginning and the end of what is too long for a sentence: a name may be a mebibyte long by mistake. */
    static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.offsetByCodePoints(0, HEAD);
        int start = text.offsetByCodePoints(text.length(), -TAIL);
        return text.substring(0, end) + "…" + text.substring(start);
    }

    static String fill(String sentence, Object... arguments) {
        return GAP.matcher(sentence)
                .replaceAll(gap ->
                        Matcher.quoteReplacement(shortened(String.valueOf(arguments[Integer.parseInt(gap.group(1))]))));
    }
}
