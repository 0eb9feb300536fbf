package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.review.Effect;
import dev.waymark.review.Grade;
import dev.waymark.review.Review;
import dev.waymark.testing.MarkdownScanner;
import dev.waymark.testing.ReviewsAtRandom;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments on changes whose names were made to break them, read again by another reader of Markdown. */
class ReviewMarkdownHarmTest {
    private static final int SEEDS = 300;
    private static final int MOST = 60_000;
    private static final Pattern BARE = Pattern.compile("(?:#{2,3} )?(?:\\*\\*)?[\\p{L}\\p{N}\0 _,.:;()'%/=→—*-]*");
    private static final Pattern FENCED =
            Pattern.compile("(?:error|warning|note)\\[WM[0-9]{4}]: .*|  .*|[-+] .*|kubectl .*|# .*|flowchart LR");
    private static final Pattern LEFT_OUT =
            Pattern.compile("_(\\d+) of \\d+ [a-z ]+ (?:is|are) left out for want of room\\._");

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    private static int budget(long seed) {
        Random random = new Random(seed);
        return ReviewMarkdown.LEAST + (random.nextBoolean() ? random.nextInt(MOST) : random.nextInt(3_000));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noNameMeansAnything(long seed) {
        Review review = new ReviewsAtRandom(seed).next();
        int budget = budget(seed);
        String text = ReviewMarkdown.print(review, budget, "flowchart LR\n  n0[\"zq\"]\n");
        assertThat(text.length()).isLessThanOrEqualTo(budget);
        assertThat(text)
                .startsWith(ReviewMarkdown.MARKER + "\n")
                .matches("(?s)[^\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029&&[^\n]]*");
        assertInert(text);
        assertWorstFirst(review, text);
    }

    private static void assertInert(String text) {
        MarkdownScanner scanner = new MarkdownScanner(text);
        assertThat(scanner.faults()).isEmpty();
        assertThat(scanner.bare())
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(ReviewsAtRandom.MARK)
                        .matches(BARE)
                        .doesNotStartWith("/"));
        assertThat(scanner.fences()).isSubsetOf("text", "diff", "sh", "mermaid");
        assertThat(scanner.fenced()).allSatisfy(line -> assertThat(line).matches(FENCED));
    }

    /** Behind a section in which something is left out there is none, and nothing gets lost uncounted. */
    private static void assertWorstFirst(Review review, String text) {
        Matcher note = LEFT_OUT.matcher(text);
        int cut = note.find() ? note.end() : text.length();
        assertThat(text.substring(cut)).doesNotContain("\n#", "<details>");
        long missing = 0;
        for (Grade grade : Grade.values()) {
            long effects = review.effects().stream()
                    .filter(effect -> effect.grade() == grade)
                    .count();
            long shown = effects - leftOut(text, noun(grade));
            assertThat(items(text, heading(grade))).isEqualTo(shown);
            assertThat(missing > 0 && shown > 0).isFalse();
            missing += effects - shown;
        }
    }

    private static String noun(Grade grade) {
        return switch (grade) {
            case DANGER -> "danger";
            case CAUTION -> "caution";
            case INFO -> "info entr(?:y|ie)";
        };
    }

    private static String heading(Grade grade) {
        return switch (grade) {
            case DANGER -> "### Danger\n";
            case CAUTION -> "### Caution\n";
            case INFO -> "### For information\n";
        };
    }

    private static long leftOut(String text, String noun) {
        Matcher some = Pattern.compile("_(\\d+) of \\d+ " + noun + "s? (?:is|are) left out")
                .matcher(text);
        Matcher all = Pattern.compile("(?:room: |, )(\\d+) " + noun + "s?[,.]").matcher(text);
        return some.find() ? Long.parseLong(some.group(1)) : all.find() ? Long.parseLong(all.group(1)) : 0;
    }

    private static long items(String text, String heading) {
        int start = text.indexOf(heading);
        if (start < 0) {
            return 0;
        }
        int end = text.indexOf("\n### ", start + heading.length());
        return text.substring(start, end < 0 ? text.length() : end)
                .lines()
                .filter(line -> line.startsWith("- "))
                .count();
    }

    @Test
    void aNameIsShownAsItIs() {
        ReviewsAtRandom random = new ReviewsAtRandom(1);
        for (int turn = 0; turn < 1_000; turn++) {
            String shown = Printable.of(random.name());
            if (shown.length() <= Markdown.LONGEST_NAME) {
                assertThat(new MarkdownScanner(Markdown.code(shown)).spans()).containsExactly(shown);
            }
        }
    }

    /** The other reader would see it. */
    @Test
    void whatIsNotInertIsSeen() {
        for (String harm : List.of("- `a` zq", "- ```a", "```\na", "<details>", "</details>\n", "a `b", "a <b>")) {
            MarkdownScanner scanner = new MarkdownScanner(harm);
            assertThat(scanner.faults().isEmpty()
                            && scanner.bare().stream()
                                    .allMatch(line -> BARE.matcher(line).matches() && !line.contains("zq")))
                    .as(harm)
                    .isFalse();
        }
    }

    @Test
    void effectsAreAllThere() {
        Review review = new ReviewsAtRandom(7).next();
        String text = ReviewMarkdown.print(review, Integer.MAX_VALUE);
        for (Effect effect : review.effects()) {
            assertThat(text).contains("**" + effect.rule().word() + "** (");
        }
        assertThat(text).doesNotContain("left out", "Left out");
    }
}
