package dev.waymark.mesh;

import java.util.Locale;

/** How labels reach an object that is not ours. */
public enum Via {
    /** A Kustomize Component that the owner's kustomization includes. */
    PATCH,
    /** A partial object, for server-side apply. */
    APPLY,
    /** Nothing is rendered: the owner carries the label. */
    OWNER,
    /** The whole object, which is a Namespace of ours. */
    FULL;

    static Via of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
