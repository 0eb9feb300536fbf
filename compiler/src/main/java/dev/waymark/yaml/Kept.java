package dev.waymark.yaml;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Which fields of a mapping somebody reads. What holds for a mapping holds for each mapping of a list. */
final class Kept {
    static final Kept ALL = new Kept(Collections.emptyMap(), true);
    static final Kept NOTHING = new Kept(Collections.emptyMap(), false);

    private final Map<String, Kept> fields;
    private final boolean others;

    private Kept(Map<String, Kept> fields, boolean others) {
        this.fields = fields;
        this.others = others;
    }

    static Kept only(String... names) {
        Kept kept = NOTHING;
        for (String name : names) {
            kept = kept.with(name, ALL);
        }
        return kept;
    }

    /** The same, but for one field. */
    Kept with(String name, Kept value) {
        Map<String, Kept> more = new HashMap<>(fields);
        more.put(name, value);
        return new Kept(more, others);
    }

    Kept without(String name) {
        return with(name, NOTHING);
    }

    Kept field(String name) {
        Kept field = fields.get(name);
        return field != null ? field : others ? ALL : NOTHING;
    }
}
