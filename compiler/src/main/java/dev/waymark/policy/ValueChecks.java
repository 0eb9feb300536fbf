package dev.waymark.policy;

import dev.waymark.kube.IpSyntax;
import dev.waymark.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values that AuthorizationPolicies compare with (istio {@code pkg/config/security/security.go}). */
final class ValueChecks {
    private static final int MAX_ACCOUNTS = 16;
    private static final int MAX_ACCOUNT_LENGTH = 320;
    private static final int MAX_PORT = 65_535;
    private static final Pattern PORT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern MAP_KEY = Pattern.compile("[^\\[]+\\[.+]");
    private static final Pattern LITERAL = Pattern.compile("[a-zA-Z0-9-._~%!$&'()+,;:@=]+");
    private static final String ONE = "{*}";
    private static final String ANY = "{**}";

    private ValueChecks() {}

    /** What is wrong with the values of a field of a source or an operation. */
    static Stream<Refusal> ofField(String plain, String goName, List<YamlScalar> values) {
        return switch (plain) {
            case "ipBlocks", "remoteIpBlocks" -> each(values, ValueChecks::address);
            case "ports" -> each(values, ValueChecks::port);
            case "serviceAccounts" -> firstOf(values, accounts(goName, values));
            case "trustDomains" -> firstOf(values, trustDomains(goName, values));
            case "paths" ->
                Stream.concat(firstOf(values, empty(goName, values)), firstOf(values, templates(goName, values)));
            default -> firstOf(values, empty(goName, values));
        };
    }

    private interface Check {
        Optional<String> fault(String value);
    }

    private static Stream<Refusal> each(List<YamlScalar> values, Check check) {
        return values.stream()
                .flatMap(value -> check.fault(value.text()).map(fault -> new Refusal(fault, value.span())).stream());
    }

    private static Stream<Refusal> firstOf(List<YamlScalar> values, Optional<String> fault) {
        return fault.map(words -> new Refusal(words, values.get(0).span())).stream();
    }

    private static Optional<String> first(List<YamlScalar> values, Check check) {
        return values.stream()
                .flatMap(value -> check.fault(value.text()).stream())
                .findFirst();
    }

    private static Optional<String> faultIf(boolean wrong, String words) {
        return wrong ? Optional.of(words) : Optional.empty();
    }

    private static Optional<String> empty(String field, List<YamlScalar> values) {
        return first(values, value -> faultIf(value.isEmpty(), "empty value not allowed, found in " + field));
    }

    private static Optional<String> address(String value) {
        return value.contains("/")
                ? faultIf(!IpSyntax.isRange(value), "bad CIDR range (" + value + ")")
                : faultIf(!IpSyntax.isAddress(value), "bad IP address (" + value + ")");
    }

    private static Optional<String> port(String value) {
        boolean number = PORT.matcher(value).matches();
        return faultIf(!number || Integer.parseInt(value) > MAX_PORT, "bad port (" + value + ")");
    }

    private static Optional<String> accounts(String field, List<YamlScalar> values) {
        return values.size() > MAX_ACCOUNTS
                ? Optional.of("may not have more than 16 values")
                : first(values, value -> account(field, value));
    }

    private static Optional<String> account(String field, String value) {
        if (value.isEmpty()) {
            return Optional.of("empty value not allowed, found in " + field);
        }
        if (value.contains("*")) {
            return Optional.of("wildcard not allowed, found in " + field);
        }
        if (value.length() > MAX_ACCOUNT_LENGTH) {
            return Optional.of("value cannot exceed 320 characters, found \"" + value + "\" in " + field);
        }
        String[] parts = value.split("/", -1);
        boolean wrong = parts.length > 2 || parts[0].isEmpty() || parts[parts.length - 1].isEmpty();
        return faultIf(
                wrong,
                "expected format 'serviceAccount' or 'namespace/serviceAccount', found \"" + value + "\" in " + field);
    }

    private static Optional<String> trustDomains(String field, List<YamlScalar> values) {
        return wildcards(field, values)
                .or(() -> first(
                        values,
                        value -> faultIf(
                                value.contains("/"),
                                "trust domain must not contain '/', found in " + field + ": \"" + value + "\"")));
    }

    private static Optional<String> wildcards(String field, List<YamlScalar> values) {
        return empty(field, values).or(() -> first(values, value -> wildcard(field, value)));
    }

    private static Optional<String> wildcard(String field, String value) {
        String found = ", found in " + field + ": \"" + value + "\"";
        long stars = value.chars().filter(character -> character == '*').count();
        if (stars > 1) {
            return Optional.of("at most one wildcard is allowed" + found);
        }
        boolean inside = stars == 1 && !value.startsWith("*") && !value.endsWith("*");
        return faultIf(inside, "wildcard is only allowed at the start or end" + found);
    }

    private static Optional<String> templates(String field, List<YamlScalar> values) {
        return first(values, value -> template(field, value));
    }

    private static Optional<String> template(String field, String value) {
        boolean template = value.contains(ONE) || value.contains(ANY);
        String path = value.replaceAll("^/+|/+$", "");
        String head = "invalid or unsupported path " + path + ", found in " + field + ". ";
        boolean ended = false;
        for (String glob : path.split("/", -1)) {
            boolean operator = glob.equals(ONE) || glob.equals(ANY);
            if (operator && ended) {
                return Optional.of(head + "{**} is not the last operator");
            }
            ended |= glob.equals(ANY);
            if (!operator && (glob.contains("{") || glob.contains("}"))) {
                return Optional.of(head + "Contains '{' or '}' beyond a supported path template");
            }
            if (!operator && template && !LITERAL.matcher(glob).matches()) {
                return Optional.of(head + "Contains segment " + glob + " with invalid string literal");
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a condition (istio {@code security.go}: ValidateAttribute). */
    static Optional<String> ofCondition(String key, List<YamlScalar> values) {
        return empty(key, values).or(() -> attribute(key, values));
    }

    private static Optional<String> attribute(String key, List<YamlScalar> values) {
        if (key.startsWith("request.headers")
                || key.startsWith("request.auth.claims")
                || key.startsWith("experimental.envoy.filters.")) {
            return faultIf(!MAP_KEY.matcher(key).matches(), "bad key (" + key + "): should have format a[b]");
        }
        return switch (key) {
            case "source.ip", "remote.ip", "destination.ip" -> first(values, ValueChecks::address);
            case "destination.port" -> first(values, ValueChecks::port);
            case "source.serviceAccount" -> accounts(key, values);
            case "source.trustDomain" -> wildcards(key, values);
            case "source.namespace",
                    "source.principal",
                    "request.auth.principal",
                    "request.auth.audiences",
                    "request.auth.presenter",
                    "connection.sni" -> Optional.empty();
            case "destination.namespace" -> Optional.of("attribute " + key + " is replaced by the metadata.namespace");
            case "destination.name", "destination.user" ->
                Optional.of("deprecated attribute " + key + ": only supported in v1alpha1");
            default ->
                Optional.of(
                        key.startsWith("destination.labels")
                                ? "attribute " + key + " is replaced by the workload selector"
                                : "unknown attribute: " + key);
        };
    }
}
