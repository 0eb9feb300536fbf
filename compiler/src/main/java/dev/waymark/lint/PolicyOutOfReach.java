package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.policy.Attachment;
import dev.waymark.policy.Binding;
import dev.waymark.policy.Policy;
import dev.waymark.policy.Refusal;
import java.util.stream.Stream;

/** WM5005: a policy that the API server refuses, or that is for something that no proxy of Istio looks at. */
final class PolicyOutOfReach implements Rule {
    private static final String NOBODY = "nobody enforces it, though istiod may report it as bound";

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        String root = subject.view().config().rootNamespace();
        return Stream.concat(
                subject.policies().verdicts().stream()
                        .flatMap(verdict ->
                                verdict.refusals().stream().map(refusal -> refused(verdict.policy(), refusal))),
                subject.bindings().flatMap(binding -> describe(binding, root)));
    }

    private static Diagnostic refused(Policy policy, Refusal refusal) {
        boolean elsewhere = refusal.words().startsWith("targetRef namespace");
        return Diagnostic.of(
                        Code.POLICY_OUT_OF_REACH,
                        "the API server would refuse " + policy.id() + ": " + refusal.words(),
                        "it would not come into being, and nothing of what it says would be enforced",
                        elsewhere
                                ? "move the policy into the namespace of its target, and leave `namespace` out"
                                : "mend this place; these are the words of Istio's webhook")
                .at(refusal.span());
    }

    private static Stream<Diagnostic> describe(Binding binding, String root) {
        return switch (binding.outcome()) {
            case NOT_IN_ROOT ->
                outOfReach(
                        binding,
                        "is for a GatewayClass, and does not stand in the root namespace `" + root + "`",
                        "nobody enforces it: what is for all waypoints of a class counts only there",
                        "move it into " + root + ", or target the Gateway or the Services of its own namespace");
            case OTHER_CLASS ->
                outOfReach(
                        binding,
                        "is for " + binding.target() + ", which no waypoint looks at",
                        NOBODY,
                        "name the class `" + Attachment.WAYPOINT_CLASS + "`, or target the Gateways themselves");
            case FOREIGN_GATEWAY ->
                outOfReach(
                        binding,
                        "is for " + binding.target() + ", whose class is none of Istio's",
                        NOBODY,
                        "target a Gateway of Istio, or what is behind it");
            case UNKNOWN_KIND ->
                outOfReach(
                        binding,
                        "has the parent " + binding.ref().kind() + " of a group that has no such kind",
                        "istiod passes over it: without `group` the Gateway API's is meant",
                        "write `group: \"\"` for a Service, `group: networking.istio.io` for a ServiceEntry");
            default -> Stream.empty();
        };
    }

    private static Stream<Diagnostic> outOfReach(Binding binding, String what, String consequence, String help) {
        return Stream.of(
                Diagnostic.of(Code.POLICY_OUT_OF_REACH, binding.policy().id() + " " + what, consequence, help)
                        .at(binding.ref().span()));
    }
}
