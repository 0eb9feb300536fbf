package dev.waymark.overlay;

import dev.waymark.yaml.YamlMapping.Entry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All mappings that say the same thing together: the specs of a unit's documents, or the entries of one identity in
 * them. What an overlay says of the one holds for each of them.
 */
final class Group {
    private final Shape shape;
    private final String words;
    private final List<MappingDraft> members;
    private final Map<String, Entries> lists = new HashMap<>();

    /**
     * @param words what it is, for messages
     * @param members one at least; what is new goes to the first
     */
    Group(Shape shape, String words, List<MappingDraft> members) {
        this.shape = shape;
        this.words = words;
        this.members = members;
    }

    Shape shape() {
        return shape;
    }

    String words() {
        return words;
    }

    MappingDraft first() {
        return members.get(0);
    }

    List<MappingDraft> members() {
        return members;
    }

    /**
     * Those that a field is laid over: a document does not begin to state settings of the mesh because another one does.
     */
    List<MappingDraft> concerned(String field) {
        if (shape != Shape.SPEC) {
            return members;
        }
        List<MappingDraft> stating =
                members.stream().filter(member -> member.has(field)).toList();
        return stating.isEmpty() ? members.subList(0, 1) : stating;
    }

    /** What any of them states. */
    Collection<String> fields() {
        return members.stream().flatMap(member -> member.fields().stream()).toList();
    }

    /** Clears a field; whether anything stated it. */
    boolean unset(String field) {
        lists.remove(field);
        boolean stated = false;
        for (MappingDraft member : members) {
            stated |= member.remove(field);
        }
        return stated;
    }

    /** The entries that a field lists in all of the members, found once however many overlays there are. */
    Entries entries(Entry field) {
        return lists.computeIfAbsent(field.key().text(), name -> new Entries(this, name));
    }
}
