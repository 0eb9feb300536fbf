package dev.waymark;

import dev.waymark.review.ManifestText;
import org.jspecify.annotations.Nullable;

/** A rendered file that is parsed when somebody first needs it, whichever side that is. */
final class RenderedText {
    private final String path;
    private final ManifestText text;
    private final String namespace;
    private @Nullable RenderedFile parsed;

    /**
     * A file.
     *
     * @param path in the folder of its unit
     * @param namespace of objects that state none
     */
    RenderedText(String path, ManifestText text, String namespace) {
        this.path = path;
        this.text = text;
        this.namespace = namespace;
    }

    ManifestText text() {
        return text;
    }

    synchronized RenderedFile parsed() {
        RenderedFile known = parsed;
        if (known == null) {
            known = RenderedFile.of(path, text.file(), namespace);
            parsed = known;
        }
        return known;
    }

    /** Whether both hold the same bytes. */
    boolean isSame(RenderedText other) {
        return text.isSame(other.text);
    }
}
