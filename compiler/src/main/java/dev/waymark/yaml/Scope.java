package dev.waymark.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Where in a stream of manifests a reader stands: what is kept there, and whether objects begin there. All who read
 * manifests ask the same questions of it, those that build and those that only skip.
 */
final class Scope {
    /** Where all is kept. */
    static final Scope EVERYTHING = new Scope(Role.VALUE, Kept.ALL);

    private static final Scope NOTHING = new Scope(Role.VALUE, Kept.NOTHING);

    private final Role role;
    private Kept kept;
    private @Nullable String apiVersion;
    private @Nullable String kind;
    private boolean late;

    private enum Role {
        /** A mapping with apiVersion and kind, or a list of such. */
        OBJECT,
        /** The items of such a list. */
        ITEMS,
        VALUE
    }

    private Scope(Role role, Kept kept) {
        this.role = role;
        this.kept = kept;
    }

    /** At the root of a document. */
    static Scope document() {
        return new Scope(Role.OBJECT, ManifestKinds.UNKNOWN);
    }

    /** At the value of a key. */
    Scope value(String key) {
        late |= role == Role.OBJECT && kind == null && !key.equals("apiVersion") && !key.equals("kind");
        Kept field = kept.field(key);
        if (role == Role.OBJECT && key.equals("items") && (kind == null || ManifestKinds.isList(kind))) {
            Scope items = new Scope(Role.ITEMS, field);
            items.apiVersion = apiVersion;
            items.kind = kind == null ? null : kind.substring(0, kind.length() - "List".length());
            return items;
        }
        return field == Kept.ALL ? EVERYTHING : field == Kept.NOTHING ? NOTHING : new Scope(Role.VALUE, field);
    }

    /** At an item of a list that stands here; the items of a {@code ServiceList} need not say what they are. */
    Scope item() {
        if (role != Role.ITEMS) {
            return this;
        }
        Scope object = document();
        if (kind != null && !kind.isEmpty()) {
            object.apiVersion = apiVersion;
            object.kind = kind;
            object.kept = ManifestKinds.kept(apiVersion, kind);
        }
        return object;
    }

    /** Takes note of the value of a key, where it says what the object is. */
    void learn(String key, String text) {
        if (role != Role.OBJECT) {
            return;
        }
        if (key.equals("apiVersion")) {
            apiVersion = text;
        } else if (key.equals("kind")) {
            kind = text;
        } else {
            return;
        }
        kept = ManifestKinds.kept(apiVersion, kind);
    }

    boolean isNothing() {
        return kept == Kept.NOTHING;
    }

    boolean isObject() {
        return role == Role.OBJECT;
    }

    boolean isItems() {
        return role == Role.ITEMS;
    }

    /** Whether keys were met before the kind, so that more of them was kept than the kind needs. */
    boolean isLate() {
        return late;
    }

    /** Whether it is known that nobody reads the object, whatever follows in it. */
    boolean isForeign() {
        return apiVersion != null
                && kind != null
                && !ManifestKinds.isList(kind)
                && !ManifestKinds.matters(apiVersion, kind);
    }

    Kept kept() {
        return kept;
    }

    @Nullable
    String apiVersion() {
        return apiVersion;
    }

    @Nullable
    String kind() {
        return kind;
    }
}
