package dev.waymark.review;

import dev.waymark.review.ManifestChange.Change;
import dev.waymark.review.ManifestChange.FieldChange;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares files of manifests; only those whose bytes differ are parsed. */
final class ManifestDiff {
    private ManifestDiff() {}

    /**
     * A file that differs, and the objects of it that do, by their names in sentences such as {@code ConfigMap
     * shop/waypoint-options}.
     */
    record FileDifference(ManifestChange change, Map<String, List<FieldChange>> objects) {}

    /** All files that differ, by path. */
    static List<FileDifference> of(Map<String, ManifestText> before, Map<String, ManifestText> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(path -> !isSame(before.get(path), after.get(path)))
                .distinct()
                .sorted()
                .map(path -> compare(path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path))))
                .filter(file -> file.change().change() != Change.CHANGE
                        || !file.change().fields().isEmpty())
                .toList();
    }

    private static boolean isSame(@Nullable ManifestText before, @Nullable ManifestText after) {
        return before != null && after != null && before.isSame(after);
    }

    private static FileDifference compare(String path, Optional<ManifestText> before, Optional<ManifestText> after) {
        Change change = before.isEmpty() ? Change.ADD : after.isEmpty() ? Change.REMOVE : Change.CHANGE;
        Map<String, YamlNode> old = before.map(ManifestDiff::documents).orElseGet(LinkedHashMap::new);
        Map<String, YamlNode> now = after.map(ManifestDiff::documents).orElseGet(LinkedHashMap::new);
        boolean alone = old.size() <= 1 && now.size() <= 1;
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        Map<String, List<FieldChange>> objects = new LinkedHashMap<>();
        if (alone && change == Change.CHANGE && names.size() == 2) {
            // The one object of a file that has another name now.
            List<FieldChange> fields = FieldDiff.of("", first(old), first(now));
            names.forEach(name -> objects.put(name, fields));
            return new FileDifference(new ManifestChange(path, change, fields), objects);
        }
        for (String name : names) {
            List<FieldChange> fields = FieldDiff.of(
                    alone ? "" : "/" + FieldDiff.escaped(name),
                    Optional.ofNullable(old.get(name)),
                    Optional.ofNullable(now.get(name)));
            if (!fields.isEmpty()) {
                objects.put(name, fields);
            }
        }
        List<FieldChange> all = objects.values().stream().flatMap(List::stream).toList();
        return new FileDifference(new ManifestChange(path, change, all), objects);
    }

    private static Optional<YamlNode> first(Map<String, YamlNode> documents) {
        return documents.values().stream().findFirst();
    }

    /** The documents of a file by the names of their objects; what cannot be read is one text. */
    private static Map<String, YamlNode> documents(ManifestText text) {
        YamlStream stream = YamlReader.read(text.file());
        Map<String, YamlNode> documents = new LinkedHashMap<>();
        for (YamlDocument document : stream.documents()) {
            String name = name(document.root());
            int again = 1;
            String free = name;
            while (documents.containsKey(free)) {
                free = name + " #" + ++again;
            }
            documents.put(free, document.root());
        }
        if (!stream.damage().isEmpty()) {
            documents.put("unreadable", Unreadable.of(text));
        }
        return documents;
    }

    private static String name(YamlNode root) {
        if (!(root instanceof YamlMapping mapping)) {
            return "document";
        }
        Optional<YamlMapping> metadata =
                mapping.value("metadata").filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
        String namespace = metadata.flatMap(found -> found.text("namespace")).orElse("");
        String name = metadata.flatMap(found -> found.text("name")).orElse("");
        String path = Stream.of(namespace, name).filter(part -> !part.isEmpty()).collect(Collectors.joining("/"));
        return (mapping.text("kind").orElse("document") + " " + path).strip();
    }
}
