package dev.waymark.lower;

import dev.waymark.kube.Resource;
import dev.waymark.source.Span;
import java.util.Optional;

/**
 * A document and where it goes.
 *
 * @param unit the first folder of its path
 * @param path relative to the unit's folder, with {@code /}
 * @param source the name in the intent that it is rendered for; none for what collects others
 */
public record Manifest(String unit, String path, Resource resource, Optional<Span> source) {
    /** Relative to the output directory. */
    public String fullPath() {
        return unit + "/" + path;
    }
}
