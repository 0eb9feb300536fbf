package dev.waymark.overlay;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the members of a group list under one field, by identity. */
final class Entries {
    /**
     * Where an entry stands: in a list of a member.
     *
     * @param order which one of the members it is
     */
    private record Slot(int order, MappingDraft member, ListDraft list, int item) {
        MappingDraft open() {
            return list.open(item);
        }

        /** A list that has become empty is what the overlay made it: where that is wrong, its file has to change. */
        void remove(Entry field) {
            list.remove(item);
            if (list.isEmpty()) {
                member.put(empty(field));
            }
        }
    }

    private final Group owner;
    private final Shape shape;
    private final String home;
    private final Map<Identity, List<Slot>> slots = new LinkedHashMap<>();
    private final Map<Identity, Group> groups = new HashMap<>();

    Entries(Group owner, String field) {
        this.owner = owner;
        this.shape = owner.shape().of(field);
        this.home = Identity.home(owner.shape(), owner.first().origin());
        for (int order = 0; order < owner.members().size(); order++) {
            MappingDraft member = owner.members().get(order);
            Optional<ListDraft> list = member.list(field);
            if (list.isPresent()) {
                index(order, member, list.get());
            }
        }
    }

    private void index(int order, MappingDraft member, ListDraft list) {
        for (int item = 0; item < list.items().size(); item++) {
            if (list.items().get(item) instanceof YamlMapping entry) {
                index(entry, new Slot(order, member, list, item));
            }
        }
    }

    private static Entry empty(Entry field) {
        return new Entry(field.key(), new YamlSequence(field.value().span(), List.of()));
    }

    private void index(YamlMapping entry, Slot slot) {
        Identity.of(shape, entry, home).ifPresent(identity -> {
            slots.computeIfAbsent(identity, name -> new ArrayList<>()).add(slot);
            groups.remove(identity);
        });
    }

    Group owner() {
        return owner;
    }

    /** An entry of an overlay as one that these may have. */
    Optional<OverlayEntry> of(YamlMapping above) {
        return OverlayEntry.of(shape, above, home);
    }

    /** The entries of an identity; empty where there is none. */
    Optional<Group> find(Identity identity) {
        List<Slot> found = slots.getOrDefault(identity, List.of());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(groups.computeIfAbsent(identity, name -> group(name, found)));
    }

    private Group group(Identity identity, List<Slot> found) {
        List<MappingDraft> members = found.stream()
                .sorted(Comparator.comparingInt(Slot::order))
                .map(Slot::open)
                .toList();
        return new Group(shape, shape.words(identity), members);
    }

    /** Takes the entries of an identity out. */
    void remove(Entry field, Identity identity) {
        slots.getOrDefault(identity, List.of()).forEach(slot -> slot.remove(field));
        slots.remove(identity);
        groups.remove(identity);
    }

    /**
     * Appends an entry to the list of the first member, which may have none so far. Where it holds something else than a
     * list, that is the mistake to mend first.
     */
    void add(Entry field, YamlMapping entry) {
        String name = field.key().text();
        MappingDraft first = owner.first();
        if (!first.has(name)) {
            first.put(empty(field));
        }
        first.list(name).ifPresent(list -> index(entry, new Slot(0, first, list, list.add(entry))));
    }

    /** The names that could have been meant. */
    Collection<String> namesLike(Identity identity) {
        return slots.keySet().stream()
                .filter(other -> other.key().equals(identity.key()))
                .map(Identity::name)
                .toList();
    }
}
