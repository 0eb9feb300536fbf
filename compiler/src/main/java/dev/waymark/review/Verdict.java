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

    /**
     * What is said of one target, and of several.
     *
     * @param kind of the targets that it is said of; empty for any
     */
    private record Phrase(EffectRule rule, String kind, String one, String many) {
        Phrase(EffectRule rule, String one, String many) {
            this(rule, "", one, many);
        }

        boolean isOf(Effect effect) {
            return effect.rule() == rule
                    && (kind.isEmpty() || kind.equals(effect.target().kind()));
        }
    }

    private static final List<Phrase> PHRASES = List.of(
            new Phrase(EffectRule.MOVED, "changes waypoint", "change waypoint"),
            new Phrase(EffectRule.EXTERNAL_REROUTED, "is rerouted", "are rerouted"),
            new Phrase(EffectRule.LOST, "loses its waypoint", "lose their waypoint"),
            new Phrase(EffectRule.LOSES_ENFORCEMENT, "loses L7 enforcement", "lose L7 enforcement"),
            new Phrase(
                    EffectRule.UNPROTECTED_WHILE_SWITCHING,
                    "is unprotected while it switches",
                    "are unprotected while they switch"),
            new Phrase(EffectRule.OPT_OUT, "opts out", "opt out"),
            new Phrase(EffectRule.POLICY_DENIES, "is cut off by a policy", "are cut off by a policy"),
            new Phrase(EffectRule.GAINED, "gains a waypoint", "gain a waypoint"),
            new Phrase(EffectRule.GAINS_ENFORCEMENT, "gains L7 enforcement", "gain L7 enforcement"),
            new Phrase(EffectRule.ADMITS_EVERYONE, "admits everyone", "admit everyone"),
            new Phrase(EffectRule.ACCESS_WIDENED, "Namespace", "gains access", "gain access"),
            new Phrase(EffectRule.ACCESS_WIDENED, "Gateway", "may admit others", "may admit others"),
            new Phrase(EffectRule.ACCESS_NARROWED, "Namespace", "loses access", "lose access"),
            new Phrase(EffectRule.ACCESS_NARROWED, "Gateway", "may admit fewer", "may admit fewer"),
            new Phrase(EffectRule.EXTERNAL_ADDED, "is added", "are added"),
            new Phrase(EffectRule.EXTERNAL_REMOVED, "is removed", "are removed"),
            new Phrase(EffectRule.WAYPOINT_ADDED, "is new", "are new"),
            new Phrase(EffectRule.WAYPOINT_REMOVED, "disappears", "disappear"),
            new Phrase(EffectRule.TRAFFIC_TYPE, "takes other traffic", "take other traffic"),
            new Phrase(EffectRule.WAYPOINT_CHANGED, "is run in another way", "are run in another way"),
            new Phrase(
                    EffectRule.INGRESS_START, "takes ingress through its waypoint", "take ingress through waypoints"),
            new Phrase(EffectRule.INGRESS_STOP, "takes ingress past its waypoint", "take ingress past waypoints"),
            new Phrase(EffectRule.RESTART, "restarts", "restart"));

    private Verdict() {}

    static Wording of(List<Effect> effects, List<ManifestChange> manifests) {
        if (effects.isEmpty() && manifests.isEmpty()) {
            return Wording.of(NOTHING);
        }
        String traffic = effects.isEmpty() ? "No change in who goes through which waypoint" : traffic(effects);
        return Wording.of(traffic + "; " + manifests(manifests) + ".");
    }

    private static String traffic(List<Effect> effects) {
        List<String> parts = new ArrayList<>();
        String last = "";
        for (Phrase phrase : PHRASES) {
            Set<String> targets = new HashSet<>();
            Set<String> kinds = new HashSet<>();
            effects.stream().filter(effect -> phrase.isOf(effect)).forEach(effect -> {
                targets.add(effect.cluster().orElse("") + "\n" + effect.target().words());
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
