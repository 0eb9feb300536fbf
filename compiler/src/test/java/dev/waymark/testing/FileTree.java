package dev.waymark.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders as values. Paths are relative and have a slash behind the name of a folder; links are not followed. */
public final class FileTree {
    private FileTree() {}

    /** What is there, byte for byte: the content of files, the target of links, nothing for what is neither. */
    public static SortedMap<String, String> of(Path folder) throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        for (Path path : list(folder)) {
            tree.put(name(folder, path), content(path));
        }
        return tree;
    }

    /** A byte is a character, so that no two contents look the same. */
    private static String content(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        return Files.isRegularFile(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "";
    }

    /** Which files are there, and since when: a file that was written again is another one. */
    public static SortedMap<String, String> stamps(Path folder) throws IOException {
        SortedMap<String, String> stamps = new TreeMap<>();
        for (Path path : list(folder)) {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                stamps.put(name(folder, path), attributes.fileKey() + " " + attributes.lastModifiedTime());
            }
        }
        return stamps;
    }

    /** The names of what lies directly in a folder. */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Makes a folder as {@link #of} describes one; links are not made. */
    public static void write(SortedMap<String, String> tree, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> entry : tree.entrySet()) {
            Path path = folder.resolve(entry.getKey());
            if (entry.getKey().endsWith("/")) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, entry.getValue(), StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** Removes a folder, if it is there, with all that is in it. */
    public static void delete(Path folder) throws IOException {
        for (Path path : list(folder)) {
            Files.delete(path);
        }
        Files.deleteIfExists(folder);
    }

    /** What is in a folder before the folder itself. */
    private static List<Path> list(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder))
                    .sorted(Collections.reverseOrder())
                    .toList();
        }
    }

    private static String name(Path folder, Path path) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? name + "/" : name;
    }
}
