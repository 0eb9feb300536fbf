package dev.waymark.kube;

import java.util.SortedMap;
import java.util.TreeMap;

/** The labels and annotations of ours on an object. */
public record Marks(SortedMap<String, String> labels, SortedMap<String, String> annotations) {
    public static final Marks NONE = new Marks(new TreeMap<>(), new TreeMap<>());

    public Marks {
        labels = Ordered.sorted(labels);
        annotations = Ordered.sorted(annotations);
    }

    public boolean isEmpty() {
        return labels.isEmpty() && annotations.isEmpty();
    }
}
