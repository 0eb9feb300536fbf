package dev.waymark.delivery;

import dev.waymark.testing.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** An object as the API server keeps it, with who owns which of its fields (KEP 555, structured-merge-diff). */
public final class LiveObject {
    static final String LAST_APPLIED = FieldSet.ANNOTATIONS + "kubectl.kubernetes.io/last-applied-configuration";

    private final SortedMap<String, Object> fields = new TreeMap<>();
    private final SortedMap<Manager, SortedSet<String>> owned = new TreeMap<>();

    LiveObject() {}

    LiveObject(LiveObject other) {
        fields.putAll(other.fields);
        other.owned.forEach((manager, names) -> owned.put(manager, new TreeSet<>(names)));
    }

    /** Server-side apply with force: what this manager applied before, applies no more and shares with nobody goes. */
    void apply(Manager manager, FieldSet wanted) {
        SortedSet<String> before = owned.getOrDefault(manager, new TreeSet<>());
        owned.remove(manager);
        before.removeIf(field -> wanted.values().containsKey(field) || isOwned(field));
        fields.keySet().removeAll(before);
        wanted.values().forEach(this::write);
        own(manager, wanted.values().keySet());
    }

    /** A write without apply, of which others' fields stay but for those that it removes. */
    void update(Manager manager, FieldSet wanted, SortedSet<String> removed) {
        removed.forEach(field -> remove(field));
        SortedSet<String> names = new TreeSet<>(owned.getOrDefault(manager, new TreeSet<>()));
        wanted.values().forEach(this::write);
        names.addAll(wanted.values().keySet());
        own(manager, names);
    }

    /** Who else has another value loses the field; who has the same one shares it. */
    private void write(String field, Object value) {
        if (!value.equals(fields.put(field, value))) {
            owned.values().forEach(names -> names.remove(field));
        }
    }

    private void remove(String field) {
        fields.remove(field);
        owned.values().forEach(names -> names.remove(field));
    }

    private void own(Manager manager, Iterable<String> names) {
        SortedSet<String> all = new TreeSet<>();
        names.forEach(name -> all.add(name));
        owned.put(manager, all);
    }

    private boolean isOwned(String field) {
        return owned.values().stream().anyMatch(names -> names.contains(field));
    }

    /** Hands all fields of some managers to another one; not reversible (client-go {@code csaupgrade}). */
    boolean migrate(Predicate<Manager> from, Manager to) {
        List<Manager> found = owned.keySet().stream()
                .filter(from)
                .filter(each -> !each.equals(to))
                .toList();
        for (Manager manager : found) {
            owned.computeIfAbsent(to, each -> new TreeSet<>())
                    .addAll(Optional.ofNullable(owned.remove(manager)).orElseThrow());
        }
        return !found.isEmpty();
    }

    void removeLastApplied() {
        remove(LAST_APPLIED);
    }

    boolean owns(Manager manager, String field) {
        return owned.getOrDefault(manager, new TreeSet<>()).contains(field);
    }

    /** Whether a manager of this name owns a field, whichever way it writes. */
    public boolean owns(String manager, String field) {
        return owns(Manager.applying(manager), field) || owns(Manager.updating(manager), field);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The text of a field; empty where there is none. */
    public String text(String field) {
        return (String) fields.getOrDefault(field, "");
    }

    /** All labels, by their keys. */
    public SortedMap<String, Object> labels() {
        SortedMap<String, Object> labels = new TreeMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith(FieldSet.LABELS)) {
                labels.put(field.substring(FieldSet.LABELS.length()), value);
            }
        });
        return labels;
    }

    String label(String key) {
        return text(FieldSet.LABELS + key);
    }

    String annotation(String key) {
        return text(FieldSet.ANNOTATIONS + key);
    }

    /** The values of all fields, by their names. */
    public SortedMap<String, Object> fields() {
        return Collections.unmodifiableSortedMap(fields);
    }

    SortedMap<Manager, SortedSet<String>> owned() {
        return Collections.unmodifiableSortedMap(owned);
    }

    /** The spec; empty where there is none. */
    @SuppressWarnings("unchecked") // all keys are text
    public Tree spec() {
        return new Tree((Map<String, Object>) fields.getOrDefault(FieldSet.SPEC, new LinkedHashMap<>()));
    }

    @Override
    public String toString() {
        return fields + " of " + owned;
    }
}
