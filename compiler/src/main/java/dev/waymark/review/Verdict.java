package dev.waymark.review;

import dev.waymark.review.ManifestChange.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a change does in one sentence. */
final class Verdict {
    static final String NOTHING = "No change in traffic or manifests.";

    /** Effects that one phrase counts: of one, and of several. */
    private record Phrase(List<EffectRule> rules, String one, String many) {
        static Phrase of(EffectRule rule, String one, String many) {
            return new Phrase(List.of(rule), one, many);
        }
    }

    private static final List<Phrase> PHRASES = List.of(
            new Phrase(List.of(EffectRule.MOVED, EffectRule.EXTERNAL_REROUTED), "changes waypoint", "change waypoint"),
            Phrase.of(EffectRule.LOST, "loses its waypoint", "lose their waypoint"),
            Phrase.of(EffectRule.LOSES_ENFORCEMENT, "loses L7 enforcement", "lose L7 enforcement"),
            Phrase.of(
                    EffectRule.UNPROTECTED_WHILE_SWITCHING,
                    "is unprotected while it switches",
                    "are unprotected while they switch"),
            Phrase.of(EffectRule.OPT_OUT, "opts out", "opt out"),
            Phrase.of(EffectRule.POLICY_DENIES, "is cut off by a policy", "are cut off by a policy"),
            Phrase.of(EffectRule.GAINED, "gains a waypoint", "gain a waypoint"),
            Phrase.of(EffectRule.GAINS_ENFORCEMENT, "gains L7 enforcement", "gain L7 enforcement"),
            Phrase.of(EffectRule.ADMITS_EVERYONE, "admits everyone", "admit everyone"),
            Phrase.of(EffectRule.ACCESS_WIDENED, "gains access", "gain access"),
            Phrase.of(EffectRule.ACCESS_NARROWED, "loses access", "lose access"),
            Phrase.of(EffectRule.EXTERNAL_ADDED, "is added", "are added"),
            Phrase.of(EffectRule.EXTERNAL_REMOVED, "is removed", "are removed"),
            Phrase.of(EffectRule.WAYPOINT_ADDED, "is new", "are new"),
            Phrase.of(EffectRule.WAYPOINT_REMOVED, "disappears", "disappear"),
            Phrase.of(EffectRule.TRAFFIC_TYPE, "takes other traffic", "take other traffic"),
            Phrase.of(EffectRule.WAYPOINT_CHANGED, "is run in another way", "are run in another way"),
            Phrase.of(EffectRule.INGRESS_START, "takes ingress through its waypoint", "take ingress through waypoints"),
            Phrase.of(EffectRule.INGRESS_STOP, "takes ingress past its waypoint", "take ingress past waypoints"),
            Phrase.of(EffectRule.RESTART, "restarts", "restart"));

    private Verdict() {}

    static Wording of(List<Effect> effects, List<ManifestChange> manifests) {
        if (effects.isEmpty() && manifests.isEmpty()) {
            return Wording.of(NOTHING);
        }
        String traffic = effects.isEmpty() ? "No change in traffic" : traffic(effects);
        return Wording.of(traffic + "; " + manifests(manifests) + ".");
    }

    private static String traffic(List<Effect> effects) {
        List<String> parts = new ArrayList<>();
        String last = "";
        for (Phrase phrase : PHRASES) {
            Set<String> targets = new HashSet<>();
            Set<String> kinds = new HashSet<>();
            effects.stream()
                    .filter(effect -> phrase.rules().contains(effect.rule()))
                    .forEach(effect -> {
                        targets.add(effect.cluster().orElse("") + "\n"
                                + effect.target().words());
                        kinds.add(noun(effect.target().kind()));
                    });
            if (!targets.isEmpty()) {
                String noun = kinds.size() == 1 ? String.join("", kinds) : "target";
                int count = targets.size();
                parts.add(count + (noun.equals(last) ? "" : " " + noun + (count == 1 ? "" : "s")) + " "
                        + (count == 1 ? phrase.one() : phrase.many()));
                last = noun;
            }
        }
        return parts.isEmpty() ? rest(effects) : String.join(", ", parts);
    }

    /** What has no phrase of its own stands for itself only where nothing else happens. */
    private static String rest(List<Effect> effects) {
        return effects.stream().map(effect -> effect.rule().word()).distinct().collect(Collectors.joining(", "));
    }

    private static String noun(String kind) {
        return switch (kind) {
            case "Service" -> "service";
            case "ServiceEntry" -> "external host";
            case "Namespace" -> "namespace";
            case "Gateway" -> "waypoint";
            default -> "workload";
        };
    }

    private static String manifests(List<ManifestChange> manifests) {
        String words = Stream.of(
                        count(manifests, Change.ADD, "add"),
                        count(manifests, Change.CHANGE, "change"),
                        count(manifests, Change.REMOVE, "remove"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (words.isEmpty()) {
            return "no change in manifests";
        }
        int space = words.indexOf(' ');
        String noun = words.startsWith("1 ") ? " manifest" : " manifests";
        return words.substring(0, space) + noun + words.substring(space);
    }

    private static String count(List<ManifestChange> manifests, Change change, String verb) {
        long count = manifests.stream().filter(each -> each.change() == change).count();
        return count == 0 ? "" : count + " to " + verb;
    }
}
