package dev.waymark.yaml;

import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;

/**
 * One Kubernetes object of a manifest, without the fields that nobody reads ({@link ManifestKinds}).
 *
 * @param document which one of its file it stands in, from 1, empty ones counted
 * @param pointer a JSON Pointer to it within the document: empty for the document itself, or such as {@code /items/3}
 * @param apiVersion its own, or what the list that it stands in says of its items
 * @param kind likewise
 */
public record ManifestObject(
        SourceFile file, int document, String pointer, String apiVersion, String kind, YamlMapping root) {
    /** An annotation of which it only matters that it is there; it holds the whole object again. */
    public static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** From its first to its last value. */
    public Span span() {
        return root.span();
    }

    /** The place of the innermost value of it that a span starts in. */
    public Place place(Span span) {
        return new Place(document, pointer + Places.pointer(root, span.start()));
    }
}
