package dev.waymark.delivery;

import dev.waymark.testing.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rendered documents as they lie in Git, under {@link #FOLDER}.
 *
 * @param documents by their paths in the output
 */
public record Repository(SortedMap<String, Tree> documents) {
    /** What the intents must say in {@code delivery.path}. */
    public static final String FOLDER = "rendered";

    static final Repository EMPTY = new Repository(new TreeMap<>());

    /** The objects that a folder's kustomization lists, in its order; fails where there is none. */
    List<Tree> build(String path) {
        String folder = path.replaceFirst("^\\./", "");
        if (!folder.startsWith(FOLDER + "/")) {
            throw new AssertionError(path + " is no folder of the output");
        }
        String inside = folder.substring(FOLDER.length() + 1) + "/";
        return document(inside + "kustomization.yaml").texts("resources").stream()
                .map(file -> document(inside + file))
                .toList();
    }

    private Tree document(String path) {
        return Optional.ofNullable(documents.get(path)).orElseThrow(() -> new AssertionError(path + " is not there"));
    }

    /** The delivery objects of an API group, by their names. */
    SortedMap<String, Tree> deliveries(String group) {
        SortedMap<String, Tree> found = new TreeMap<>();
        documents.values().stream()
                .filter(document -> document.text("apiVersion").startsWith(group + "/"))
                .forEach(document -> found.put(document.name(), document));
        return found;
    }

    /** The labels and annotations that the Component of an object patches in; none where there is no such Component. */
    public FieldSet component(ObjectKey object) {
        String folder = "/components/" + object.home() + "/" + object.kind().toLowerCase(Locale.ROOT) + "_"
                + object.name() + "/";
        return documents.entrySet().stream()
                .filter(entry -> entry.getKey().contains(folder))
                .flatMap(entry -> entry.getValue().trees("patches").stream())
                .map(patch -> FieldSet.of(patch.at("patch")))
                .findFirst()
                .orElse(FieldSet.NONE);
    }
}
