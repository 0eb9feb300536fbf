package dev.waymark.kube;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A selector of Kubernetes' API machinery: all its labels and expressions must match. */
public record LabelSelector(SortedMap<String, String> matchLabels, List<Requirement> matchExpressions) {
    /** One expression; {@code values} is empty for {@code Exists} and {@code DoesNotExist}. */
    public record Requirement(String key, String operator, List<String> values) {
        public Requirement {
            values = Ordered.list(values);
        }

        Map<String, Object> tree() {
            return values.isEmpty()
                    ? Ordered.tree("key", key, "operator", operator)
                    : Ordered.tree("key", key, "operator", operator, "values", values);
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

    /** Whether a namespace of which only the name is known matches, whatever its other labels are. */
    public boolean surelyMatchesNamespace(String name) {
        Map<String, String> known = Map.of(IstioLabels.NAMESPACE_NAME, name);
        return matchLabels.entrySet().stream()
                        .allMatch(label -> label.getValue().equals(known.get(label.getKey())))
                && matchExpressions.stream().allMatch(requirement -> requirement.surelyMatches(known));
    }

    Map<String, Object> tree() {
        List<Map<String, Object>> expressions =
                matchExpressions.stream().map(Requirement::tree).toList();
        return expressions.isEmpty()
                ? Ordered.tree("matchLabels", matchLabels)
                : Ordered.tree("matchLabels", matchLabels, "matchExpressions", expressions);
    }
}
