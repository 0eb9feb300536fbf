package dev.waymark.delivery;

import dev.waymark.testing.Tree;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a body that somebody writes: each label and each annotation is one, and the whole spec is one. */
public record FieldSet(SortedMap<String, Object> values) {
    /** No fields at all. */
    public static final FieldSet NONE = new FieldSet(new TreeMap<>());

    static final String LABELS = "labels/";
    static final String ANNOTATIONS = "annotations/";
    static final String SPEC = "spec";

    public FieldSet {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static FieldSet of(Tree document) {
        SortedMap<String, Object> values = new TreeMap<>();
        Tree metadata = document.at("metadata");
        metadata.at("labels").map().forEach((key, value) -> values.put(LABELS + key, value));
        metadata.at("annotations").map().forEach((key, value) -> values.put(ANNOTATIONS + key, value));
        if (document.map().containsKey(SPEC)) {
            values.put(SPEC, document.value(SPEC));
        }
        return new FieldSet(values);
    }

    /** The same with one more field. */
    public FieldSet with(String field, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(values);
        more.put(field, value);
        return new FieldSet(more);
    }

    public FieldSet withLabel(String key, String value) {
        return with(LABELS + key, value);
    }

    public FieldSet withAnnotation(String key, String value) {
        return with(ANNOTATIONS + key, value);
    }

    /** The same with all fields of another one. */
    public FieldSet and(FieldSet other) {
        SortedMap<String, Object> more = new TreeMap<>(values);
        more.putAll(other.values);
        return new FieldSet(more);
    }

    /** The labels and annotations that tell istiod of a waypoint. */
    public FieldSet ofIstio() {
        SortedMap<String, Object> fewer = new TreeMap<>(values);
        fewer.keySet().removeIf(field -> !field.matches("(labels|annotations)/istio\\.io/.*"));
        return new FieldSet(fewer);
    }

    boolean hasAnnotation(String key, String value) {
        return value.equals(values.get(ANNOTATIONS + key));
    }
}
