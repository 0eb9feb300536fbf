package dev.waymark.cli;

import dev.waymark.diagnostic.Explanation;
import dev.waymark.diagnostic.NearName;
import dev.waymark.report.JsonReport;
import dev.waymark.review.EffectPage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A code or an effect, and its page.
 *
 * @param json the page for programs
 */
record ExplainedWord(String text, String json) {
    /** @param word an id or a name, in any case; where a code and an effect share it, the effect: a code has an id, too */
    static ExplainedWord of(String word) throws UsageException {
        return find(word).orElseThrow(() -> unknown(word));
    }

    private static Optional<ExplainedWord> find(String word) {
        return EffectPage.of(word)
                .map(page -> new ExplainedWord(page.text(), JsonReport.explanation(page)))
                .or(() ->
                        Explanation.of(word).map(page -> new ExplainedWord(page.text(), JsonReport.explanation(page))));
    }

    private static UsageException unknown(String word) {
        String hint = near(word)
                .map(ExplainedWord::meant)
                .orElse("messages show theirs in brackets, as in error[WM1002], and a review names effects");
        return new UsageException("there is no code or effect `" + word + "`; " + hint);
    }

    /** Codes are written in capitals, names are not. */
    private static Optional<String> near(String word) {
        List<String> words = Stream.concat(Explanation.words().stream(), EffectPage.words().stream())
                .toList();
        boolean number = word.chars().anyMatch(Character::isDigit);
        return NearName.of(number ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT), words);
    }

    private static String meant(String word) {
        return Explanation.of(word)
                .map(page -> "did you mean `" + page.code().id() + "` ("
                        + page.code().kebabName() + ")?")
                .orElse("did you mean `" + word + "`?");
    }
}
