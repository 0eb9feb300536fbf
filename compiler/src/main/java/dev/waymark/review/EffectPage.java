package dev.waymark.review;

import dev.waymark.diagnostic.PageText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The page of an effect: what it does to traffic, and how a change is made without harm.
 *
 * @param text as on the pages of codes
 */
public record EffectPage(EffectRule rule, String text) {
    /** The page of the effect of this name, in any case. */
    public static Optional<EffectPage> of(String word) {
        return EffectRule.find(word).map(rule -> new EffectPage(rule, PageText.read("effects/" + rule.word())));
    }

    /** All words that have a page. */
    public static List<String> words() {
        return Arrays.stream(EffectRule.values()).map(EffectRule::word).toList();
    }
}
