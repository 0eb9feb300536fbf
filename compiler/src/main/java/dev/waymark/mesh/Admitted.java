package dev.waymark.mesh;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.LabelSelector;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whose objects may attach to a waypoint, as one listener can say it. */
public sealed interface Admitted {
    /** How {@link #beyond} calls everyone; no namespace has such a name. */
    String EVERY_NAMESPACE = "every namespace";

    /** The names of namespaces, which selectors never look like. */
    Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

    /** The namespaces of these names; none of them stands for the waypoint's own. */
    record Namespaces(SortedSet<String> names) implements Admitted {
        public Namespaces {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }
    }

    /** The namespaces whose labels match. */
    record Selected(LabelSelector selector) implements Admitted {}

    /** Every namespace. */
    record Everyone() implements Admitted {}

    static Admitted namespaces(Collection<String> names) {
        return new Namespaces(new TreeSet<>(names));
    }

    /** What a listener of a waypoint in the namespace {@code home} says. */
    static Admitted of(AllowedRoutes routes, String home) {
        if (routes.equals(AllowedRoutes.ALL)) {
            return new Everyone();
        }
        return routes.selector()
                .map(selector -> selector.namespaces()
                        .<Admitted>map(Admitted::namespaces)
                        .orElseGet(() -> new Selected(selector)))
                .orElseGet(() -> namespaces(List.of(home)));
    }

    /** What {@link #beyond} said first; empty for a selector, which does not come back from its words. */
    static Optional<Admitted> ofWords(List<String> words) {
        if (words.stream().anyMatch(word -> word.startsWith(EVERY_NAMESPACE))) {
            return Optional.of(new Everyone());
        }
        boolean names = words.stream().allMatch(NAME.asMatchPredicate());
        return names ? Optional.of(namespaces(words)) : Optional.empty();
    }

    /** Both; empty where one listener cannot say it. */
    default Optional<Admitted> and(Admitted other) {
        if (covers(other)) {
            return Optional.of(this);
        }
        if (other.covers(this)) {
            return Optional.of(other);
        }
        if (this instanceof Namespaces some && other instanceof Namespaces more) {
            SortedSet<String> all = new TreeSet<>(some.names);
            all.addAll(more.names);
            return Optional.of(new Namespaces(all));
        }
        return Optional.empty();
    }

    /** Whether all that {@code other} admits is surely admitted here. */
    default boolean covers(Admitted other) {
        return this instanceof Everyone
                || equals(other)
                || (other instanceof Namespaces some && some.names.stream().allMatch(this::surelyHolds));
    }

    /** Whether a namespace is admitted, whatever its labels are. */
    default boolean surelyHolds(String namespace) {
        if (this instanceof Namespaces some) {
            return some.names.contains(namespace);
        }
        return !(this instanceof Selected selected) || selected.selector.surelyMatchesNamespace(namespace);
    }

    /** Whether a namespace is not admitted, whatever its labels are. */
    default boolean surelyLacks(String namespace) {
        if (this instanceof Namespaces some) {
            return !some.names.contains(namespace);
        }
        return this instanceof Selected selected && selected.selector.surelyRefusesNamespace(namespace);
    }

    /** What is admitted here and not surely by {@code other}, each as a word or two. */
    default List<String> beyond(Admitted other) {
        if (other.covers(this)) {
            return List.of();
        }
        if (this instanceof Namespaces some) {
            return some.names.stream().filter(name -> !other.surelyHolds(name)).toList();
        }
        return List.of(this instanceof Selected selected ? selected.selector.toString() : EVERY_NAMESPACE);
    }

    /** The listener of a waypoint in the namespace {@code home} that says so. */
    default AllowedRoutes routes(String home) {
        if (this instanceof Namespaces some) {
            boolean own = some.names.stream().allMatch(home::equals);
            return own ? AllowedRoutes.SAME : AllowedRoutes.selected(LabelSelector.ofNamespaces(some.names));
        }
        return this instanceof Selected selected ? AllowedRoutes.selected(selected.selector) : AllowedRoutes.ALL;
    }
}
