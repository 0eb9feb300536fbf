package dev.waymark.policy;

import dev.waymark.inventory.Fields;
import dev.waymark.kube.Ordered;
import dev.waymark.routing.GoNumbers;
import java.util.List;
import java.util.Optional;

/**
 * What every ztunnel gets of an AuthorizationPolicy that names no target (istio {@code ambient/authorization.go}:
 * convertAuthorizationPolicy, handleRule).
 *
 * @param rules what the author wrote
 * @param groups what is left of the rules
 */
public record ZtunnelPolicy(Policy policy, Action action, Scope scope, List<Rule> rules, List<Rule> groups) {
    /** What a policy does with what it matches. */
    public enum Action {
        ALLOW,
        DENY,
        AUDIT,
        CUSTOM;

        /** The action of a policy; who states none allows. */
        public static Action of(Policy policy) {
            String text = Fields.text(policy.object().root(), "spec", "action").orElse("");
            return List.of(values()).stream()
                    .filter(action -> action.name().equals(text))
                    .findFirst()
                    .orElse(ALLOW);
        }
    }

    /** For which workloads it holds. */
    public enum Scope {
        GLOBAL,
        NAMESPACE,
        WORKLOAD_SELECTOR
    }

    /** How much it matches. */
    public enum Effect {
        NOTHING,
        SOME,
        EVERYTHING
    }

    /**
     * How what it matches differs from what its author asked for.
     *
     * @param less whether it misses some of it
     * @param more whether it matches something else
     */
    public record Change(boolean less, boolean more) {}

    public ZtunnelPolicy {
        rules = Ordered.list(rules);
        groups = Ordered.list(groups);
    }

    /** Whether it is only tried out: nothing enforces it, and ztunnel does not get it. */
    public static boolean isDryRun(Policy policy) {
        return policy.object()
                .annotations()
                .get(Webhook.DRY_RUN)
                .filter(GoNumbers::isTrue)
                .isPresent();
    }

    /** What is sent; empty for what is for waypoints, tried out, or of an action that ztunnel does not know. */
    public static Optional<ZtunnelPolicy> of(Policy policy, String rootNamespace) {
        Action action = Action.of(policy);
        boolean sent = action == Action.ALLOW || action == Action.DENY;
        if (!sent || isDryRun(policy) || !policy.refs().isEmpty()) {
            return Optional.empty();
        }
        List<Rule> rules = Fields.list(policy.object().root(), "spec", "rules").stream()
                .map(Rule::of)
                .toList();
        List<Rule> groups = rules.stream()
                .filter(rule -> !isDropped(action, rule))
                .map(Rule::kept)
                .toList();
        return Optional.of(new ZtunnelPolicy(policy, action, scope(policy, rootNamespace), rules, groups));
    }

    /** To allow what nobody looked at would be wrong, so that it is not allowed. */
    private static boolean isDropped(Action action, Rule rule) {
        return action == Action.ALLOW && rule.attributes().anyMatch(Attribute::isOfRequests);
    }

    private static Scope scope(Policy policy, String rootNamespace) {
        if (policy.selector().isPresent()) {
            return Scope.WORKLOAD_SELECTOR;
        }
        return policy.namespace().equals(rootNamespace) ? Scope.GLOBAL : Scope.NAMESPACE;
    }

    /** How many of the groups can match nothing. */
    public long dead() {
        return groups.stream().filter(Rule::isDead).count();
    }

    public Effect effect() {
        if (groups.stream().allMatch(Rule::isDead)) {
            return Effect.NOTHING;
        }
        return groups.stream().anyMatch(Rule::matchesEverything) ? Effect.EVERYTHING : Effect.SOME;
    }

    /** What its author wrote and ztunnel does not get. */
    public List<Attribute> lost() {
        return rules.stream()
                .flatMap(Rule::attributes)
                .filter(attribute -> !attribute.isKept())
                .toList();
    }

    public Change change() {
        List<Change> changes = rules.stream().map(this::change).toList();
        return new Change(
                changes.stream().anyMatch(Change::less), changes.stream().anyMatch(Change::more));
    }

    private Change change(Rule rule) {
        Rule kept = rule.kept();
        if (isDropped(action, rule) || kept.isDead()) {
            return new Change(true, false);
        }
        boolean less = false;
        boolean more = false;
        for (int index = 0; index < rule.clauses().size(); index++) {
            for (Rule.Match match : rule.clauses().get(index).matches()) {
                boolean changed = !match.kept().equals(match);
                less |= changed && match.kept().isEmpty();
                more |= changed && !match.kept().isEmpty();
            }
        }
        return new Change(less, more);
    }

    /** Whether a connection of an identity may be among what it matches; what else counts is taken to hold. */
    public boolean mayMatch(Identity identity) {
        return groups.stream()
                .filter(rule -> !rule.isDead())
                .anyMatch(rule -> rule.clauses().stream()
                        .allMatch(clause -> clause.matches().stream()
                                .anyMatch(match -> !match.isEmpty() && identity.mayMatch(match))));
    }

    /**
     * Whether all connections of an identity are among what it matches because its author left others out, and not this
     * one (ztunnel {@code rbac.rs}: Authorization.matches). Who matches everybody, or names this one, means it.
     */
    public boolean leavesOut(Identity identity) {
        return groups.stream().anyMatch(identity::isLeftOut);
    }
}
