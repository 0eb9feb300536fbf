package dev.waymark.kube;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A selector of Kubernetes' API machinery: all its labels and expressions must match. */
public record LabelSelector(SortedMap<String, String> matchLabels, List<Requirement> matchExpressions) {
    /** One expression; {@code values} is empty for {@code Exists} and {@code DoesNotExist}. */
    public record Requirement(String key, String operator, List<String> values) {
        public Requirement {
            values = Ordered.list(values);
        }

        private String words() {
            return key + " " + operator + (values.isEmpty() ? "" : " (" + String.join(", ", values) + ")");
        }

        Map<String, Object> tree() {
            return values.isEmpty()
                    ? Ordered.tree("key", key, "operator", operator)
                    : Ordered.tree("key", key, "operator", operator, "values", values);
        }

        private boolean isValid() {
            boolean listed = operator.equals("In") || operator.equals("NotIn");
            boolean known = listed || operator.equals("Exists") || operator.equals("DoesNotExist");
            return known
                    && listed != values.isEmpty()
                    && LabelSyntax.isKey(key)
                    && values.stream().allMatch(LabelSyntax::isValue);
        }

        private boolean matches(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case "In" -> value != null && values.contains(value);
                case "NotIn" -> value == null || !values.contains(value);
                case "Exists" -> value != null;
                case "DoesNotExist" -> value == null;
                default -> false;
            };
        }

        /** Whether labels cannot match of which these are known, whatever the others are. */
        private boolean surelyFails(Map<String, String> known) {
            String value = known.get(key);
            return switch (operator) {
                case "In" -> value != null && !values.contains(value);
                case "NotIn" -> value != null && values.contains(value);
                case "DoesNotExist" -> value != null;
                default -> false;
            };
        }

        /** Whether labels of which these are known must match, whatever the others are. */
        private boolean surelyMatches(Map<String, String> known) {
            String value = known.get(key);
            return switch (operator) {
                case "In" -> value != null && values.contains(value);
                case "NotIn" -> value != null && !values.contains(value);
                case "Exists" -> value != null;
                default -> false;
            };
        }
    }

    public LabelSelector {
        matchLabels = Ordered.sorted(matchLabels);
        matchExpressions = Ordered.list(matchExpressions);
    }

    /** Selects namespaces by their names, as the API server labels them: one by a label, more by a sorted list. */
    public static LabelSelector ofNamespaces(Collection<String> names) {
        List<String> sorted = names.stream().sorted().distinct().toList();
        if (sorted.size() == 1) {
            SortedMap<String, String> one = new TreeMap<>(Map.of(IstioLabels.NAMESPACE_NAME, sorted.get(0)));
            return new LabelSelector(one, List.of());
        }
        return new LabelSelector(new TreeMap<>(), List.of(new Requirement(IstioLabels.NAMESPACE_NAME, "In", sorted)));
    }

    /**
     * Whether the API machinery can read it (k8s.io/apimachinery {@code LabelSelectorAsSelector}); istiod panics on one
     * that it cannot.
     */
    public boolean isValid() {
        return matchExpressions.stream().allMatch(Requirement::isValid)
                && matchLabels.entrySet().stream()
                        .allMatch(label -> LabelSyntax.isKey(label.getKey()) && LabelSyntax.isValue(label.getValue()));
    }

    /** Whether it selects what has these labels and no others. */
    public boolean matches(Map<String, String> labels) {
        return matchLabels.entrySet().stream()
                        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
                && matchExpressions.stream().allMatch(requirement -> requirement.matches(labels));
    }

    /** Whether it selects what has these labels and perhaps others; empty where the others decide. */
    public Optional<Boolean> judge(Map<String, String> known) {
        if (surelyMatches(known)) {
            return Optional.of(true);
        }
        return surelyRefuses(known) ? Optional.of(false) : Optional.empty();
    }

    /** Whether a namespace of which only the name is known matches, whatever its other labels are. */
    public boolean surelyMatchesNamespace(String name) {
        return surelyMatches(Map.of(IstioLabels.NAMESPACE_NAME, name));
    }

    private boolean surelyMatches(Map<String, String> known) {
        return matchLabels.entrySet().stream()
                        .allMatch(label -> label.getValue().equals(known.get(label.getKey())))
                && matchExpressions.stream().allMatch(requirement -> requirement.surelyMatches(known));
    }

    /** Whether a namespace of which only the name is known cannot match, whatever its other labels are. */
    public boolean surelyRefusesNamespace(String name) {
        return surelyRefuses(Map.of(IstioLabels.NAMESPACE_NAME, name));
    }

    private boolean surelyRefuses(Map<String, String> known) {
        return matchLabels.entrySet().stream()
                        .anyMatch(
                                label -> !label.getValue().equals(known.getOrDefault(label.getKey(), label.getValue())))
                || matchExpressions.stream().anyMatch(requirement -> requirement.surelyFails(known));
    }

    /** The names by which it selects, where it selects by nothing else. */
    public Optional<List<String>> namespaces() {
        if (matchExpressions.isEmpty() && matchLabels.keySet().equals(Set.of(IstioLabels.NAMESPACE_NAME))) {
            return Optional.of(Ordered.list(matchLabels.values()));
        }
        return Optional.of(matchExpressions)
                .filter(all -> matchLabels.isEmpty() && all.size() == 1)
                .map(all -> all.get(0))
                .filter(one -> one.key().equals(IstioLabels.NAMESPACE_NAME)
                        && one.operator().equals("In"))
                .map(Requirement::values);
    }

    /** As people write it: {@code team=shop, tier In (back, front)}. */
    @Override
    public String toString() {
        Stream<String> labels = matchLabels.entrySet().stream().map(label -> label.getKey() + "=" + label.getValue());
        return Stream.concat(labels, matchExpressions.stream().map(Requirement::words))
                .collect(Collectors.joining(", "));
    }

    Map<String, Object> tree() {
        List<Map<String, Object>> expressions =
                matchExpressions.stream().map(Requirement::tree).toList();
        return expressions.isEmpty()
                ? Ordered.tree("matchLabels", matchLabels)
                : Ordered.tree("matchLabels", matchLabels, "matchExpressions", expressions);
    }
}
