package dev.waymark.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** Collects files below a folder. What is hidden is left out: editors keep locks and copies there. */
final class YamlFiles extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final List<String> suffixes;
    private final List<Path> files = new ArrayList<>();

    private YamlFiles(Path folder, List<String> suffixes) {
        this.folder = folder;
        this.suffixes = suffixes;
    }

    /** All whose names end in one of some suffixes, at most so many folders deep; sorted. */
    static List<Path> below(Path folder, int depth, List<String> suffixes) throws IOException {
        YamlFiles files = new YamlFiles(folder, suffixes);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, files);
        Collections.sort(files.files);
        return files.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isHidden(directory) && !directory.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = file.toString();
        if (suffixes.stream().anyMatch(name::endsWith) && !isHidden(file)) {
            if (attributes.isSymbolicLink()) {
                throw new NoSuchFileException(file + " -> nowhere");
            }
            if (attributes.isRegularFile()) {
                files.add(file);
            }
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }
}
