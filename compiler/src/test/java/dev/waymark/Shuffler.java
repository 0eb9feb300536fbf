package dev.waymark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes documents down in another order: entries, fields, documents and files are shuffled, and units are split. */
final class Shuffler {
    private final Random random;

    Shuffler(long seed) {
        this.random = new Random(seed);
    }

    /** Writes the documents into a new folder and returns its files. */
    List<Path> write(Collection<Map<String, Object>> documents, Path folder) throws IOException {
        List<String> texts =
                shuffled(documents.stream()
                                .flatMap(document -> split(document).stream())
                                .toList())
                        .stream()
                        .map(this::text)
                        .toList();
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int from = 0; from < texts.size(); ) {
            int to = Math.min(texts.size(), from + 1 + random.nextInt(2));
            Path file = folder.resolve(random.nextInt(Integer.MAX_VALUE) + ".yaml");
            files.add(Files.writeString(file, String.join("\n---\n", texts.subList(from, to)) + "\n"));
            from = to;
        }
        return shuffled(files);
    }

    /** Several documents of the same unit, each with some of the entries. */
    private List<Map<String, Object>> split(Map<String, Object> document) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int part = 1 + random.nextInt(3); part > 0; part--) {
            Map<String, Object> copy = new LinkedHashMap<>(document);
            copy.put("spec", new LinkedHashMap<String, Object>());
            parts.add(copy);
        }
        spec(document).forEach((field, value) -> {
            if (value instanceof List<?> entries) {
                entries.forEach(entry -> add(any(parts), field, entry));
            } else {
                spec(any(parts)).put(field, value);
            }
        });
        return parts;
    }

    private static void add(Map<String, Object> document, String field, Object entry) {
        @SuppressWarnings("unchecked") // made here
        List<Object> entries = (List<Object>) spec(document).computeIfAbsent(field, name -> new ArrayList<>());
        entries.add(entry);
    }

    @SuppressWarnings("unchecked") // its keys are texts
    private static Map<String, Object> spec(Map<String, Object> document) {
        return (Map<String, Object>) Objects.requireNonNull(document.get("spec"));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> shuffled(Collection<T> items) {
        List<T> list = new ArrayList<>(items);
        Collections.shuffle(list, random);
        return list;
    }

    /** A node in flow style. */
    private String text(Object node) {
        if (node instanceof Map<?, ?> map) {
            return shuffled(map.entrySet()).stream()
                    .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof List<?> list) {
            return shuffled(list).stream().map(this::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return node instanceof String text ? quoted(text) : node.toString();
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\u2028", "\\u2028")
                        .replace("\u0085", "\\u0085")
                + '"';
    }
}
