package dev.waymark.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a change can do to traffic, each with the grade that it always has. The list is closed. */
public enum EffectRule {
    /** A target had a waypoint and has none. */
    LOST(Grade.DANGER),
    /** An L7 policy or a route is no longer carried out for a target. */
    LOSES_ENFORCEMENT(Grade.DANGER),
    /** Targets move to a waypoint that only appears with this change, and nothing of ours makes their labels wait. */
    UNPROTECTED_WHILE_SWITCHING(Grade.DANGER),
    /** A waypoint admits all namespaces. */
    ADMITS_EVERYONE(Grade.DANGER),
    /** A target goes through another waypoint, or a canary beside it changes. */
    MOVED(Grade.CAUTION),
    /** A waypoint takes another kind of traffic. */
    TRAFFIC_TYPE(Grade.CAUTION),
    /** A target had a waypoint and says {@code none} now. */
    OPT_OUT(Grade.CAUTION),
    /** A waypoint admits a namespace that it did not. */
    ACCESS_WIDENED(Grade.CAUTION),
    EXTERNAL_ADDED(Grade.CAUTION),
    /** Calls to an external host go through another waypoint, or to other endpoints. */
    EXTERNAL_REROUTED(Grade.CAUTION),
    /** Servers see another principal than before: that of a waypoint. */
    IDENTITY_CHANGE(Grade.CAUTION),
    /** A pod template changes, so that pods start anew. */
    RESTART(Grade.CAUTION),
    INGRESS_STOP(Grade.CAUTION),
    /** A policy keeps out a waypoint through which calls come. */
    POLICY_DENIES(Grade.CAUTION),
    GAINED(Grade.INFO),
    ACCESS_NARROWED(Grade.INFO),
    EXTERNAL_REMOVED(Grade.INFO),
    INGRESS_START(Grade.INFO),
    WAYPOINT_ADDED(Grade.INFO),
    WAYPOINT_REMOVED(Grade.INFO),
    WAYPOINT_CHANGED(Grade.INFO),
    GAINS_ENFORCEMENT(Grade.INFO),
    /** A rendered directory still holds what its documents no longer ask for. */
    LINGERS(Grade.INFO);

    private final Grade grade;
    private final String word;

    EffectRule(Grade grade) {
        this.grade = grade;
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule of a name as people write it, in any case. */
    public static Optional<EffectRule> find(String word) {
        return Arrays.stream(values())
                .filter(rule -> rule.word.equalsIgnoreCase(word))
                .findFirst();
    }

    public Grade grade() {
        return grade;
    }

    /** {@code loses-enforcement} */
    public String word() {
        return word;
    }
}
