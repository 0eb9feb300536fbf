package dev.waymark.lint;

import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Ordered;
import dev.waymark.policy.Policy;
import dev.waymark.policy.Refusal;
import dev.waymark.policy.Webhook;
import dev.waymark.source.Span;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The policies that may be complained of, each held against the rules of the API server once. */
record Policies(List<Verdict> verdicts) {
    /** What the API server would say of a policy. */
    record Verdict(Policy policy, List<Refusal> refusals) {
        Verdict {
            refusals = Ordered.list(refusals);
        }
    }

    Policies {
        verdicts = Ordered.list(verdicts);
    }

    static Policies of(Inventory inventory, Predicate<Span> judged) {
        return new Policies(Policy.all(inventory)
                .filter(policy -> judged.test(policy.span()))
                .map(policy -> new Verdict(policy, Webhook.refusals(policy)))
                .toList());
    }

    /** Those that the API server takes: a refused one does not exist. */
    Stream<Policy> taken() {
        return verdicts.stream().filter(verdict -> verdict.refusals.isEmpty()).map(Verdict::policy);
    }
}
