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
    private final Walk walk;
    private final List<Path> files = new ArrayList<>();

    private YamlFiles(Path folder, Walk walk) {
        this.folder = folder;
        this.walk = walk;
    }

    /** All that are meant; sorted. */
    static List<Path> below(Path folder, Walk walk) throws IOException {
        YamlFiles files = new YamlFiles(folder, walk);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), walk.depth(), files);
        Collections.sort(files.files);
        return files.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean inside = !directory.equals(folder);
        return inside && (isHidden(directory) || !walk.enters(WorkTree.slashed(folder.relativize(directory))))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = file.toString();
        if (walk.takes(name) && !isHidden(file)) {
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
