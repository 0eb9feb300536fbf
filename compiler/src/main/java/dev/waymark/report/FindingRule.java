package dev.waymark.report;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Severity;
import dev.waymark.review.EffectRule;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What findings have in common, for services that describe it apart from them.
 *
 * @param name in kebab case
 * @param title a few words
 * @param summary what it says of any mesh
 * @param advice the way out of it in any mesh
 */
record FindingRule(String id, String name, String title, String summary, String advice, Severity severity) {
    static FindingRule of(Code code) {
        return new FindingRule(
                code.id(), code.kebabName(), code.title(), code.summary(), code.advice(), code.severity());
    }

    static FindingRule of(EffectRule rule) {
        EffectText text = EffectText.of(rule);
        return new FindingRule(
                rule.word(), rule.word(), EffectText.title(rule), text.meaning(), text.advice(), severity(rule));
    }

    /** Effects, then codes, each in the order of their list. */
    static Stream<FindingRule> all() {
        return Stream.concat(
                Arrays.stream(EffectRule.values()).map(FindingRule::of),
                Arrays.stream(Code.values()).map(FindingRule::of));
    }

    /** As services know it, which have no grades. */
    private static Severity severity(EffectRule rule) {
        return switch (rule.grade()) {
            case DANGER -> Severity.ERROR;
            case CAUTION -> Severity.WARNING;
            case INFO -> Severity.NOTE;
        };
    }
}
