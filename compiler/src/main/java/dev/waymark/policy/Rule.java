package dev.waymark.policy;

import dev.waymark.inventory.Fields;
import dev.waymark.kube.Ordered;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A rule of an AuthorizationPolicy: all its clauses must hold. */
record Rule(List<Clause> clauses) {
    /** A clause: one of its matches must hold. */
    record Clause(List<Match> matches) {
        Clause {
            matches = Ordered.list(matches);
        }

        /** What ztunnel skips as a whole never holds. */
        boolean isDead() {
            return matches.stream().allMatch(Match::isEmpty);
        }
    }

    /** A match: all its attributes must hold. */
    record Match(List<Attribute> attributes) {
        Match {
            attributes = Ordered.list(attributes);
        }

        boolean isEmpty() {
            return attributes.isEmpty();
        }

        Match kept() {
            return new Match(attributes.stream().filter(Attribute::isKept).toList());
        }
    }

    Rule {
        clauses = Ordered.list(clauses);
    }

    static Rule of(YamlNode node) {
        List<Clause> clauses = new ArrayList<>();
        add(clauses, matches(node, "to", "operation"));
        add(clauses, matches(node, "from", "source"));
        Fields.list(node, "when").forEach(condition -> clauses.add(new Clause(List.of(condition(condition)))));
        return new Rule(clauses);
    }

    private static void add(List<Clause> clauses, List<Match> matches) {
        if (!matches.isEmpty()) {
            clauses.add(new Clause(matches));
        }
    }

    private static List<Match> matches(YamlNode rule, String list, String key) {
        return Fields.list(rule, list).stream()
                .map(item -> new Match(Fields.mapping(item, key).stream()
                        .flatMap(fields -> fields.list().stream())
                        .flatMap(Rule::attribute)
                        .toList()))
                .toList();
    }

    private static Stream<Attribute> attribute(YamlMapping.Entry field) {
        String key = field.key().text();
        List<String> values = Fields.texts(field.value());
        return values.isEmpty()
                ? Stream.empty()
                : Stream.of(new Attribute(
                        Attribute.plain(key),
                        key,
                        Attribute.isNegative(key),
                        values,
                        field.key().span()));
    }

    private static Match condition(YamlNode node) {
        return new Match(Stream.of("values", "notValues")
                .flatMap(list -> {
                    List<String> values = Fields.texts(node, list);
                    return values.isEmpty() ? Stream.empty() : Stream.of(condition(node, list, values));
                })
                .toList());
    }

    private static Attribute condition(YamlNode node, String list, List<String> values) {
        YamlScalar key = Fields.scalar(node, "key").orElseThrow();
        return new Attribute(named(key.text()), key.text(), Attribute.isNegative(list), values, key.span());
    }

    /** The field that says the same as a condition that ztunnel knows. */
    private static String named(String key) {
        return switch (key) {
            case "source.ip" -> "ipBlocks";
            case "source.namespace" -> Attribute.NAMESPACES;
            case "source.principal" -> Attribute.PRINCIPALS;
            case "destination.ip" -> "destinationIps";
            case "destination.port" -> "ports";
            default -> key;
        };
    }

    Stream<Attribute> attributes() {
        return clauses.stream()
                .flatMap(clause -> clause.matches().stream())
                .flatMap(match -> match.attributes().stream());
    }

    /** What ztunnel gets of it; it can be empty of all that it held. */
    Rule kept() {
        return new Rule(clauses.stream()
                .map(clause ->
                        new Clause(clause.matches().stream().map(Match::kept).toList()))
                .toList());
    }

    /** Whether it matches nothing at all: a rule without clauses matches everything. */
    boolean isDead() {
        return clauses.stream().anyMatch(Clause::isDead);
    }

    boolean matchesEverything() {
        return clauses.isEmpty();
    }
}
