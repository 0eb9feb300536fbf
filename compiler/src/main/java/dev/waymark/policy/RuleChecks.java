package dev.waymark.policy;

import dev.waymark.inventory.Fields;
import dev.waymark.policy.ZtunnelPolicy.Action;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Istio's webhook refuses of the rules of an AuthorizationPolicy. */
final class RuleChecks {
    private static final Set<String> SOURCE = Set.of(
            "principals",
            "requestPrincipals",
            "namespaces",
            "ipBlocks",
            "remoteIpBlocks",
            "serviceAccounts",
            "trustDomains");
    private static final Set<String> OPERATION = Set.of("ports", "methods", "paths", "hosts");
    private static final Set<String> NOT_FOR_CUSTOM =
            Set.of("namespaces", "serviceAccounts", "trustDomains", "principals", "requestPrincipals");
    private static final Set<String> KEYS_NOT_FOR_CUSTOM =
            Set.of("source.namespace", "source.serviceAccount", "source.trustDomain", "source.principal");

    private final Action action;
    private final List<Refusal> refusals = new ArrayList<>();

    private RuleChecks(Action action) {
        this.action = action;
    }

    static List<Refusal> check(YamlNode root, Action action) {
        RuleChecks checks = new RuleChecks(action);
        List<YamlNode> rules = Fields.list(root, "spec", "rules");
        for (int index = 0; index < rules.size(); index++) {
            checks.check(rules.get(index), index);
        }
        return checks.refusals;
    }

    private void refuse(String words, Span span) {
        refusals.add(new Refusal(words, span));
    }

    private void check(YamlNode rule, int index) {
        for (YamlNode from : Fields.list(rule, "from")) {
            Optional<YamlMapping> source = filled(from, "source", SOURCE, "from", index);
            source.ifPresent(fields -> checkSource(fields, index));
        }
        for (YamlNode to : Fields.list(rule, "to")) {
            filled(to, "operation", OPERATION, "to", index).ifPresent(this::checkValues);
        }
        Fields.list(rule, "when").forEach(this::checkCondition);
    }

    /** The fields, unless there are none. */
    private Optional<YamlMapping> filled(YamlNode node, String key, Set<String> known, String list, int index) {
        Optional<YamlMapping> fields = Fields.mapping(node, key);
        boolean filled = fields.filter(found -> found.list().stream()
                        .anyMatch(field ->
                                known.contains(plain(field)) && !values(field).isEmpty()))
                .isPresent();
        if (!filled) {
            String fault = fields.isPresent() ? "empty" : "nil";
            refuse("`" + list + "." + key + "` must not be " + fault + ", found at rule " + index, node.span());
        }
        return fields.filter(found -> filled);
    }

    /** The name of a field without {@code not}. */
    private static String plain(YamlMapping.Entry field) {
        return Attribute.plain(field.key().text());
    }

    /** The name of a field as Go has it. */
    private static String goName(YamlMapping.Entry field) {
        String name = field.key().text();
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static List<YamlScalar> values(YamlMapping.Entry field) {
        return Fields.scalars(field.value()).toList();
    }

    private void checkSource(YamlMapping source, int index) {
        boolean accounts = has(source, "serviceAccounts");
        if (accounts && (has(source, "namespaces") || has(source, "principals"))) {
            refuse("cannot set serviceAccounts with namespaces or principals, found at rule " + index, source.span());
        }
        for (YamlMapping.Entry field : source.list()) {
            boolean unsupported = action == Action.CUSTOM && NOT_FOR_CUSTOM.contains(plain(field));
            if (unsupported && !values(field).isEmpty()) {
                refuse("From." + goName(field) + " is currently not supported with CUSTOM action", field.span());
            }
        }
        checkValues(source);
    }

    private static boolean has(YamlMapping source, String name) {
        return source.list().stream()
                .anyMatch(field -> plain(field).equals(name) && !values(field).isEmpty());
    }

    private void checkValues(YamlMapping fields) {
        for (YamlMapping.Entry field : fields.list()) {
            ValueChecks.ofField(plain(field), goName(field), values(field)).forEach(refusals::add);
        }
    }

    private void checkCondition(YamlNode condition) {
        String key = Fields.text(condition, "key").orElse("");
        boolean unsupported = KEYS_NOT_FOR_CUSTOM.contains(key) || key.startsWith("request.auth.");
        if (action == Action.CUSTOM && unsupported) {
            refuse(key + " is currently not supported with CUSTOM action", condition.span());
        }
        List<YamlScalar> values = Fields.scalars(condition, "values").toList();
        List<YamlScalar> others = Fields.scalars(condition, "notValues").toList();
        if (key.isEmpty()) {
            refuse("`key` must not be empty", condition.span());
        } else if (values.isEmpty() && others.isEmpty()) {
            refuse("at least one of `values` or `notValues` must be set for key " + key, condition.span());
        } else {
            checkAttribute("value", key, values, condition);
            checkAttribute("notValue", key, others, condition);
        }
    }

    private void checkAttribute(String list, String key, List<YamlScalar> values, YamlNode condition) {
        ValueChecks.ofCondition(key, values)
                .ifPresent(fault -> refuse("invalid `" + list + "` for `key` " + key + ": " + fault, condition.span()));
    }
}
