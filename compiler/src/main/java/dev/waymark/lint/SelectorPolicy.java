package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.policy.Attribute;
import dev.waymark.policy.Policy;
import dev.waymark.policy.ZtunnelPolicy;
import dev.waymark.policy.ZtunnelPolicy.Action;
import dev.waymark.policy.ZtunnelPolicy.Effect;
import dev.waymark.routing.WorkloadView;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WM5002: a policy that is left to ztunnel, which does not carry it out as it stands. */
final class SelectorPolicy implements Rule {
    private static final String TARGET =
            "name Services that have a waypoint under `targetRefs` in place of the selector: waypoints check requests";

    /** What is wrong with a policy, and where. */
    private record Finding(Span span, String what, String consequence, String help) {}

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.policies()
                .taken()
                .flatMap(policy -> find(subject, policy).map(finding -> describe(subject, policy, finding)).stream());
    }

    private static Diagnostic describe(Subject subject, Policy policy, Finding finding) {
        Proxies proxies = new Proxies(subject.view());
        boolean checked = !policy.selectsNobody() && all(subject, policy, proxies::hasOwn);
        boolean mild = checked || !policy.refs().isEmpty();
        String consequence = checked
                ? "its workloads have proxies of their own, which check it; once they are ambient: "
                        + finding.consequence
                : finding.consequence;
        return Diagnostic.of(Code.SELECTOR_POLICY_WITH_L7, policy.id(), finding.what, consequence, finding.help)
                .as(mild ? Severity.WARNING : Severity.ERROR)
                .at(finding.span);
    }

    /** Whether it selects workloads that are known, all of which are so. */
    private static boolean all(Subject subject, Policy policy, Predicate<WorkloadView> are) {
        List<WorkloadView> selected = subject.selected(policy).toList();
        return !selected.isEmpty() && selected.stream().allMatch(are);
    }

    private static Optional<Finding> find(Subject subject, Policy policy) {
        return switch (policy.type()) {
            case AUTHORIZATION -> authorization(subject, policy);
            case AUTHENTICATION, WASM -> withoutProxy(subject, policy);
            case TELEMETRY -> policy.selector().isPresent() ? withoutProxy(subject, policy) : Optional.empty();
            case HTTP_ROUTE, GRPC_ROUTE, TCP_ROUTE, TLS_ROUTE -> Optional.empty();
        };
    }

    /** What selects workloads that have no proxy; waypoints take what targets them. */
    private static Optional<Finding> withoutProxy(Subject subject, Policy policy) {
        Proxies proxies = new Proxies(subject.view());
        if (!policy.refs().isEmpty() || !all(subject, policy, proxies::isAmbient)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                policy.selector().map(YamlMapping::span).orElseGet(policy::span),
                "is for workloads in ambient mode, which have no proxy of their own",
                "nobody carries it out: ztunnel does not know it, and waypoints take only what names a target",
                "name Services that have a waypoint under `targetRefs` in place of the selector"));
    }

    private static Optional<Finding> authorization(Subject subject, Policy policy) {
        if (ZtunnelPolicy.isDryRun(policy)) {
            return Optional.of(dryRun(policy));
        }
        if (!policy.refs().isEmpty()) {
            return Optional.empty();
        }
        Optional<ZtunnelPolicy> sent =
                ZtunnelPolicy.of(policy, subject.view().config().rootNamespace());
        if (sent.isEmpty()) {
            return Optional.of(unknownAction(policy));
        }
        return policy.selectsNobody() ? Optional.of(nobody(policy)) : lossy(sent.get());
    }

    private static Finding dryRun(Policy policy) {
        boolean target = !policy.refs().isEmpty();
        Span span = policy.object().annotations().place("istio.io/dry-run").orElseGet(policy::span);
        return target
                ? new Finding(
                        span,
                        "is only tried out, which istiod reports as not accepted",
                        "waypoints log what it would do; its status says `ZtunnelAccepted: False` all the same",
                        "nothing has to change; take the annotation away to enforce it")
                : new Finding(
                        span,
                        "is only tried out, which ztunnel cannot do",
                        "istiod sends it to nobody: nothing is logged of what it would do",
                        "try it out at a waypoint, with Services under `targetRefs`, or take the annotation away");
    }

    private static Finding unknownAction(Policy policy) {
        Action action = Action.of(policy);
        return new Finding(
                policy.actionSpan(),
                "has the action " + action + ", which ztunnel does not know",
                "istiod sends it to nobody: nothing of what it says is done",
                TARGET);
    }

    private static Finding nobody(Policy policy) {
        return new Finding(
                policy.selector().orElseThrow().span(),
                "has a selector without labels, by which istiod finds no workload",
                "its status says that it is attached, and it holds nowhere",
                "leave `selector` out for all workloads of the namespace, or give it labels");
    }

    private static Optional<Finding> lossy(ZtunnelPolicy sent) {
        List<Attribute> lost = sent.lost();
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(lost.get(0).span(), what(lost), consequence(sent), TARGET));
    }

    private static String what(List<Attribute> lost) {
        String names = lost.stream()
                .map(found -> "`" + found.written() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        boolean requests = lost.stream().anyMatch(Attribute::isOfRequests);
        String why = requests
                ? ", but ztunnel, which checks it, sees connections and no requests"
                : ", which istiod does not pass on to ztunnel";
        return "compares " + names + why;
    }

    private static String consequence(ZtunnelPolicy sent) {
        return sent.action() == Action.ALLOW ? ofAllow(sent) : ofDeny(sent);
    }

    private static String ofAllow(ZtunnelPolicy sent) {
        if (sent.effect() == Effect.NOTHING) {
            return "too strict: no rule is left, and nothing is let in that no other ALLOW policy lets in";
        }
        if (!sent.change().less()) {
            return "too weak: the rest of the rule counts without it, and lets in more than it says";
        }
        return sent.change().more()
                ? "wrong: some of what it should let in is rejected, and a rule without it lets in more than it says"
                : "too strict: rules with it are left out, and some of what it should let in is rejected";
    }

    private static String ofDeny(ZtunnelPolicy sent) {
        if (sent.effect() == Effect.NOTHING) {
            return "without effect: no rule is left, and everything passes that it should stop";
        }
        if (!sent.change().less()) {
            return "too strict: the rest of the rule counts without it, and stops more than it says";
        }
        return sent.change().more()
                ? "wrong: some of what it should stop passes, and a rule without it stops more than it says"
                : "too weak: rules with it do nothing, and some of what it should stop passes";
    }
}
