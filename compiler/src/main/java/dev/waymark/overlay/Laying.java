package dev.waymark.overlay;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays one mapping of an overlay over those that it changes. */
record Laying(Misses misses) {
    void lay(Group below, YamlMapping above) {
        below.shape().unset(above).forEach(field -> unset(below, field));
        choose(below, above);
        for (Entry field : above.list()) {
            if (below.shape().isContent(field.key().text())) {
                lay(below, field);
            }
        }
    }

    private void unset(Group below, YamlScalar field) {
        if (!below.unset(field.text())) {
            misses.unset(below.words(), field, below::fields);
        }
    }

    private static void choose(Group below, YamlMapping above) {
        List<String> choice = below.shape().choice();
        if (choice.stream().anyMatch(form -> above.entry(form).isPresent())) {
            choice.stream().filter(form -> above.entry(form).isEmpty()).forEach(below::unset);
        }
    }

    private void lay(Group below, Entry field) {
        if (below.shape().of(field.key().text()).isEntry()) {
            Entries entries = below.entries(field);
            for (YamlMapping item : Shape.items(field)) {
                entries.of(item).ifPresent(entry -> lay(entries, field, entry));
            }
        } else {
            layValue(below, field);
        }
    }

    private void lay(Entries below, Entry field, OverlayEntry above) {
        Optional<Group> found = below.find(above.identity());
        if (above.adds()) {
            below.add(field, fresh().entry(above));
        } else if (found.isEmpty()) {
            misses.entry(below.owner().words(), above, () -> below.namesLike(above.identity()));
        } else if (above.removes()) {
            below.remove(field, above.identity());
        } else {
            lay(found.get(), above.mapping());
        }
    }

    /** Maps merge, all else replaces. */
    private void layValue(Group below, Entry field) {
        String name = field.key().text();
        Shape shape = below.shape().of(name);
        String words = "`" + name + "` of " + below.words();
        List<MappingDraft> merging = new ArrayList<>();
        for (MappingDraft member : below.concerned(name)) {
            Optional<MappingDraft> inner =
                    field.value() instanceof YamlMapping ? member.mapping(name) : Optional.empty();
            inner.ifPresentOrElse(merging::add, () -> member.put(fresh().field(words, shape, field)));
        }
        if (!merging.isEmpty() && field.value() instanceof YamlMapping above) {
            lay(new Group(shape, words, merging), above);
        }
    }

    private Fresh fresh() {
        return new Fresh(misses);
    }
}
