package dev.waymark;

import dev.waymark.review.ManifestText;
import org.jspecify.annotations.Nullable;

/** A rendered file that is parsed when somebody first needs it, whichever side that is. */
final class RenderedText {
    private final String place;
    private final String path;
    private final ManifestText text;
    private final String namespace;
    private @Nullable RenderedFile parsed;

    /**
     * A file.
     *
     * @param unit the folder of its unit
     * @param path in that folder
     * @param request which knows the namespace of objects that state none
     */
    RenderedText(String unit, String path, ManifestText text, CompileRequest request) {
        this.place = unit + path;
        this.path = path;
        this.text = text;
        this.namespace = request.existing().namespace();
    }

    /** Where it lies in the rendered directory. */
    String place() {
        return place;
    }

    ManifestText text() {
        return text;
    }

    /** Whether others include it. */
    boolean isComponent() {
        return path.startsWith("components/");
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
