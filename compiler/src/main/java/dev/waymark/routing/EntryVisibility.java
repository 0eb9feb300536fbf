package dev.waymark.routing;

import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.Ordered;
import java.util.List;
import java.util.Optional;

/**
 * Who sees the ServiceEntries of a namespace, {@code serviceEntryVisibility} of the mesh config (istio {@code
 * pilot/pkg/model/serviceentry_visibility.go}): the first policy all of whose rules match, else the default.
 */
public record EntryVisibility(Level byDefault, List<Policy> policies) {
    /** Nothing is restricted, as it is where nobody says anything. */
    public static final EntryVisibility PUBLIC_TO_ALL = new EntryVisibility(Level.PUBLIC, List.of());

    /** How far an entry is seen. */
    public enum Level {
        PUBLIC,
        NAMESPACE,
        NONE
    }

    /**
     * A level for some namespaces.
     *
     * @param rules selectors of namespaces, all of which must match; empty ones stand for rules that match nothing
     */
    public record Policy(Level level, List<Optional<LabelSelector>> rules) {
        public Policy {
            rules = Ordered.list(rules);
        }

        /** Empty where it depends on labels that are not known. */
        private Optional<Boolean> matches(NamespaceView namespace) {
            boolean open = false;
            for (Optional<LabelSelector> rule : rules) {
                Optional<Boolean> matched = rule.map(selector -> Admission.matches(selector, namespace))
                        .orElse(Optional.of(false));
                if (matched.isPresent() && !matched.get()) {
                    return matched;
                }
                open |= matched.isEmpty();
            }
            return open ? Optional.empty() : Optional.of(true);
        }
    }

    public EntryVisibility {
        policies = Ordered.list(policies);
    }

    /** Empty where it depends on labels that are not known. */
    Optional<Level> of(NamespaceView namespace) {
        for (Policy policy : policies) {
            Optional<Boolean> matches = policy.matches(namespace);
            if (matches.isEmpty()) {
                return Optional.empty();
            }
            if (matches.get()) {
                return Optional.of(policy.level());
            }
        }
        return Optional.of(byDefault);
    }
}
