package dev.waymark.report;

import dev.waymark.review.Wording;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of anybody within Markdown as code hosts read it (CommonMark 0.31, GitHub and GitLab): they stay what they are.
 * Hosts look for tags, mentions, references, mathematics and quick actions everywhere but in code.
 */
final class Markdown {
    /** Of a name, a path or a value. */
    static final int LONGEST_NAME = 200;

    private static final int LONGEST_SENTENCE = 1_500;
    private static final int SHORTEST_FENCE = 3;

    /** Words that mean nothing to Markdown; of ours, some are code. */
    private static final Pattern OWN =
            Pattern.compile("`(?<code>[^`]+)`|(?<plain>[\\p{L}\\p{N} ,.:;()'%/=→…-]+)|(?<other>[^`])");

    /** What would be read as part of the fence, or as padding. */
    private static final Pattern EDGES = Pattern.compile("`.*|.*`| .* ");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** A code span (section 6.1); a name that is too long has its ends. */
    static String code(String name) {
        String shown = Shortened.of(name, LONGEST_NAME);
        if (shown.isEmpty()) {
            return "`\"\"`";
        }
        String fence = "`".repeat(longestRun(shown) + 1);
        String pad = EDGES.matcher(shown).matches() ? " " : "";
        return fence + pad + shown + pad + fence;
    }

    /** A sentence with each name in a code span; one that goes on and on is a name itself. */
    static String words(Wording wording) {
        StringBuilder text = new StringBuilder();
        for (Wording.Part part : wording.parts()) {
            if (part.name()) {
                append(text, code(part.text()));
            } else {
                appendOwn(text, part.text());
            }
            if (text.length() > LONGEST_SENTENCE) {
                return code(wording.toString());
            }
        }
        return text.toString();
    }

    private static void appendOwn(StringBuilder text, String words) {
        Matcher matcher = OWN.matcher(words);
        while (matcher.find()) {
            String plain = matcher.group("plain");
            String code = matcher.group("code") == null ? matcher.group("other") : matcher.group("code");
            append(text, plain == null ? code(code) : plain);
        }
    }

    /** Two code spans side by side would be read as one. */
    private static void append(StringBuilder text, String piece) {
        boolean touching = !text.isEmpty() && text.charAt(text.length() - 1) == '`' && piece.startsWith("`");
        text.append(touching ? " " : "").append(piece);
    }

    /** A name within a line of HTML. */
    static String html(String name) {
        String escaped = Shortened.of(name, LONGEST_NAME)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        return "<code>" + escaped + "</code>";
    }

    /** What opens and closes a block of code (section 4.5) around some lines, none of which can close it. */
    static String fence(List<String> lines) {
        int longest = lines.stream().mapToInt(Markdown::longestRun).max().orElse(0);
        return "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
