package dev.waymark.cli;

import dev.waymark.review.EffectRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What an effect is called when the change is taken back. */
final class Mirror {
    /** What depends on the way there: who waits for whom, and as whom calls arrive. */
    private static final Set<EffectRule> ONE_WAY = Set.of(
            EffectRule.UNPROTECTED_WHILE_SWITCHING,
            EffectRule.IDENTITY_CHANGE,
            EffectRule.POLICY_DENIES,
            EffectRule.LINGERS);

    private static final Map<EffectRule, String> OPPOSITES = new EnumMap<>(Map.of(
            EffectRule.LOST, "gained",
            EffectRule.GAINED, "gone",
            EffectRule.ACCESS_WIDENED, "access-narrowed",
            EffectRule.ACCESS_NARROWED, "access-widened",
            EffectRule.EXTERNAL_ADDED, "external-removed",
            EffectRule.EXTERNAL_REMOVED, "external-added",
            EffectRule.WAYPOINT_ADDED, "waypoint-removed",
            EffectRule.WAYPOINT_REMOVED, "waypoint-added",
            EffectRule.GAINS_ENFORCEMENT, "loses-enforcement",
            EffectRule.LOSES_ENFORCEMENT, "gains-enforcement"));

    private Mirror() {}

    static boolean isMirrored(JsonNode effect) {
        // A new waypoint that admits everyone has nothing to be narrowed to when it goes.
        boolean news = rule(effect) == EffectRule.ADMITS_EVERYONE
                && effect.get("before").isNull();
        return !news && !ONE_WAY.contains(rule(effect));
    }

    private static EffectRule rule(JsonNode effect) {
        return EffectRule.find(effect.get("effect").asString()).orElseThrow();
    }

    /** A target that goes direct may have lost its waypoint, or opted out of it. */
    static String plain(JsonNode effect) {
        String word = List.of(EffectRule.LOST, EffectRule.OPT_OUT).contains(rule(effect))
                ? "gone"
                : rule(effect) == EffectRule.ADMITS_EVERYONE
                        ? "access-widened"
                        : rule(effect).word();
        return word + words(effect, "before", "after");
    }

    static String of(JsonNode effect) {
        EffectRule rule = rule(effect);
        String word = switch (rule) {
            case OPT_OUT -> "gained";
            case ADMITS_EVERYONE -> "access-narrowed";
            case INGRESS_START -> "ingress-stop";
            case INGRESS_STOP -> "ingress-start";
            default -> OPPOSITES.getOrDefault(rule, rule.word());
        };
        return word + words(effect, "after", "before");
    }

    private static String words(JsonNode effect, String before, String after) {
        return " " + effect.get("cluster") + " " + effect.get("target") + " " + effect.get(before) + " "
                + effect.get(after);
    }
}
