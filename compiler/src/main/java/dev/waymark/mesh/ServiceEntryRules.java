package dev.waymark.mesh;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import java.util.List;
import java.util.stream.Stream;

/**
 * WM3001: what Istio's webhook refuses in a ServiceEntry, or warns of (istio {@code
 * pkg/config/validation/validation.go:ValidateServiceEntry}), and what the rules of its custom resource definition
 * refuse, as far as the schema cannot say it.
 */
final class ServiceEntryRules {
    /** One rule, or a few of one field. */
    private interface Rule {
        Stream<Diagnostic> find(External external);
    }

    private static final List<Rule> RULES = List.of(
            Hosts::find,
            AddressRules::find,
            PortRules::find,
            SharedPortRules::find,
            EndpointListRules::find,
            EndpointRules::find,
            DynamicDnsRules::find);

    private ServiceEntryRules() {}

    static void check(External external, DiagnosticLog log) {
        RULES.forEach(rule -> rule.find(external).forEach(log::add));
    }
}
