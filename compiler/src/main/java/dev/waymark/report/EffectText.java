package dev.waymark.report;

import dev.waymark.review.EffectRule;

/**
 * What an effect is, whatever the change.
 *
 * @param meaning a sentence
 * @param advice what a reviewer looks at, a sentence
 */
record EffectText(String meaning, String advice) {
    static EffectText of(EffectRule rule) {
        return switch (rule.grade()) {
            case DANGER -> danger(rule);
            case CAUTION -> caution(rule);
            case INFO -> new EffectText(info(rule), "Nothing has to be done.");
        };
    }

    /** {@code Loses enforcement} */
    static String title(EffectRule rule) {
        String words = rule.word().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static EffectText danger(EffectRule rule) {
        return switch (rule) {
            case LOST ->
                new EffectText(
                        "It went through a waypoint, and goes direct now.",
                        "Keep it among the consumers of a waypoint, or take away what relies on one first.");
            case LOSES_ENFORCEMENT ->
                new EffectText(
                        "A policy or a route for HTTP is no longer carried out for it.",
                        "Keep the waypoint that carries it out, or remove the policy or the route knowingly.");
            case UNPROTECTED_WHILE_SWITCHING ->
                new EffectText(
                        "It is handed to a waypoint that only appears with this change, and may be without one meanwhile.",
                        "Add the waypoint in one change, and move to it in the next.");
            case ADMITS_EVERYONE ->
                new EffectText(
                        "All namespaces may attach to this waypoint.",
                        "Name the namespaces that need it, or a selector for them.");
            default -> throw new IllegalStateException("no danger: " + rule);
        };
    }

    private static EffectText caution(EffectRule rule) {
        return switch (rule) {
            case MOVED ->
                new EffectText(
                        "Its traffic takes another waypoint, or a share of it does.",
                        "See that the policies and routes that it needs are bound to the new way as well.");
            case TRAFFIC_TYPE ->
                new EffectText(
                        "This waypoint takes another kind of traffic.",
                        "See that everything that uses it is of the new kind.");
            case OPT_OUT ->
                new EffectText(
                        "It leaves the waypoint that it had, by its own label.",
                        "See that nothing relies on the waypoint for it.");
            case ACCESS_WIDENED ->
                new EffectText(
                        "More namespaces may attach to this waypoint.",
                        "See that whoever owns it agrees to the guests.");
            case EXTERNAL_ADDED ->
                new EffectText("An external host becomes known to the mesh.", "See that it is meant to be called.");
            case EXTERNAL_REROUTED ->
                new EffectText(
                        "Calls to an external host take another way.",
                        "See that the policies for these calls are bound to the new way.");
            case IDENTITY_CHANGE ->
                new EffectText(
                        "Servers see a waypoint as their caller, where they saw another principal.",
                        "See that policies of the servers admit the principal of the waypoint.");
            case RESTART ->
                new EffectText(
                        "A pod template changes, so that pods start anew.", "Merge it when a restart is welcome.");
            case INGRESS_STOP ->
                new EffectText(
                        "Calls from ingress gateways no longer go through the waypoint.",
                        "See that nothing relies on the waypoint for calls from outside.");
            case POLICY_DENIES ->
                new EffectText(
                        "A policy refuses calls that come through a waypoint.",
                        "Add the principal of the waypoint to the policy first.");
            default -> throw new IllegalStateException("no caution: " + rule);
        };
    }

    private static String info(EffectRule rule) {
        return switch (rule) {
            case GAINED -> "It went direct, and goes through a waypoint now.";
            case ACCESS_NARROWED -> "Fewer namespaces may attach to this waypoint.";
            case EXTERNAL_REMOVED -> "An external host is no longer known to the mesh by an intent.";
            case INGRESS_START -> "Calls from ingress gateways go through the waypoint, too.";
            case WAYPOINT_ADDED -> "There is a new waypoint.";
            case WAYPOINT_REMOVED -> "A waypoint goes away.";
            case WAYPOINT_CHANGED -> "A waypoint stays, with other settings.";
            case GAINS_ENFORCEMENT -> "A policy or a route for HTTP is carried out for it from now on.";
            case LINGERS -> "A rendered directory keeps what is no longer asked for, until it is settled.";
            default -> throw new IllegalStateException("no information: " + rule);
        };
    }
}
