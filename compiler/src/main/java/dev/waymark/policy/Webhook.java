package dev.waymark.policy;

import dev.waymark.inventory.Fields;
import dev.waymark.policy.ZtunnelPolicy.Action;
import dev.waymark.routing.GoNumbers;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What Istio's webhook refuses of a policy (istio {@code pkg/config/validation/validation.go}:
 * ValidateAuthorizationPolicy and the checks of selectors and targets that all policies share). What the schema of the
 * CRD refuses is not looked at.
 */
public final class Webhook {
    static final String DRY_RUN = "istio.io/dry-run";

    private static final String KINDS = "[core/v1/Service networking.istio.io/v1/ServiceEntry"
            + " gateway.networking.k8s.io/v1/Gateway gateway.networking.k8s.io/v1/GatewayClass]";

    private final Policy policy;
    private final YamlNode root;
    private final List<Refusal> refusals = new ArrayList<>();

    private Webhook(Policy policy) {
        this.policy = policy;
        this.root = policy.object().root();
    }

    /** Everything that it says; routes do not pass through it. */
    public static List<Refusal> refusals(Policy policy) {
        Webhook webhook = new Webhook(policy);
        if (!policy.type().isRoute()) {
            webhook.checkSelector();
            webhook.checkTargets();
        }
        if (policy.type() == Policy.Type.AUTHORIZATION) {
            webhook.checkDryRun();
            webhook.checkAction();
            webhook.refusals.addAll(RuleChecks.check(webhook.root, Action.of(policy)));
        }
        return webhook.refusals;
    }

    private void refuse(String words, Span span) {
        refusals.add(new Refusal(words, span));
    }

    private void checkSelector() {
        boolean selector = policy.selector().isPresent();
        boolean list = !Fields.list(root, "spec", "targetRefs").isEmpty();
        boolean single = Fields.mapping(root, "spec", "targetRef").isPresent();
        if ((selector ? 1 : 0) + (list ? 1 : 0) + (single ? 1 : 0) > 1) {
            String second = selector ? "selector" : "targetRef";
            refuse("only one of targetRefs or workloadSelector can be set", key("spec", second));
        }
        Fields.mapping(root, "spec", "selector", "matchLabels")
                .ifPresent(labels -> labels.list().forEach(this::checkLabel));
    }

    private void checkLabel(YamlMapping.Entry label) {
        String key = label.key().text();
        String text = key + "=" + Fields.text(label.value()).orElse("");
        if (key.isEmpty()) {
            refuse("empty key is not supported in selector: \"" + text + "\"", label.span());
        }
        if (text.contains("*")) {
            refuse("wildcard is not supported in selector: \"" + text + "\"", label.span());
        }
    }

    private void checkTargets() {
        Fields.mapping(root, "spec", "targetRef").ifPresent(this::checkTarget);
        Fields.list(root, "spec", "targetRefs").forEach(this::checkTarget);
    }

    private void checkTarget(YamlNode node) {
        TargetRef ref = TargetRef.of(node, "");
        if (ref.name().isEmpty()) {
            refuse("targetRef name must be set", ref.span());
        }
        if (ref.namespace().isPresent()) {
            Span at = Fields.scalar(node, "namespace").orElseThrow().span();
            refuse("targetRef namespace must not be set; cross namespace referencing is not supported", at);
        }
        if (ref.known().isEmpty()) {
            String group = Fields.text(node, "group").orElse("");
            Span kind = Fields.at(node, "kind").orElse(node).span();
            refuse("targetRef must be to one of " + KINDS + " but was " + group + "/" + ref.kind(), kind);
        }
    }

    private void checkDryRun() {
        String value = policy.object().annotations().get(DRY_RUN).orElse("true");
        Span span = policy.object().annotations().place(DRY_RUN).orElseGet(policy::span);
        String name = policy.namespace() + "/" + policy.id().name();
        Action action = Action.of(policy);
        if (action != Action.ALLOW && action != Action.DENY) {
            if (policy.object().annotations().has(DRY_RUN)) {
                refuse(
                        "the annotation " + DRY_RUN + " currently only supports action ALLOW/DENY, found action "
                                + action + " in " + name,
                        span);
            }
        } else if (!GoNumbers.isBoolean(value)) {
            refuse(
                    name + " has annotation " + DRY_RUN + " with invalid value (" + value
                            + "): strconv.ParseBool: parsing \"" + value + "\": invalid syntax",
                    span);
        }
    }

    private void checkAction() {
        Action action = Action.of(policy);
        boolean rules = !Fields.list(root, "spec", "rules").isEmpty();
        boolean provider = Fields.mapping(root, "spec", "provider").isPresent();
        if (!rules && (action == Action.DENY || action == Action.CUSTOM)) {
            refuse(
                    action + " action without `rules` is meaningless as it will never be triggered, "
                            + "add an empty rule `{}` if you want it be triggered for every request",
                    key("spec", "action"));
        }
        boolean named = Fields.text(root, "spec", "provider", "name")
                .filter(name -> !name.isEmpty())
                .isPresent();
        if (action == Action.CUSTOM && rules && !named) {
            refuse("`provider.name` must not be empty", key("spec", "action"));
        }
        if (action != Action.CUSTOM && provider) {
            refuse("`provider` must not be with non CUSTOM action, found " + action, key("spec", "provider"));
        }
    }

    /** Where a field stands. */
    private Span key(String... path) {
        return Fields.at(root, path).map(YamlNode::span).orElseGet(policy::span);
    }
}
