package dev.waymark.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Chooses where to stage, and clears what dead runs left. */
final class Stages {
    /** The end of a stage's name; within the directory, the whole of it. */
    static final String SUFFIX = ".waymark-stage";

    private Stages() {}

    /**
     * A fresh directory is staged whole beside its place and renamed into it. Another one is staged file by file, beside
     * it, or within it where its parent cannot be written or is another file system.
     *
     * @param directory its real path
     */
    static Stage open(Path directory) throws IOException {
        Path parent = directory.getParent();
        Path inside = directory.resolve(SUFFIX);
        delete(inside);
        if (parent == null) {
            return new FileStage(directory, inside);
        }
        Files.createDirectories(parent);
        Path beside = parent.resolve("." + directory.getFileName() + SUFFIX);
        if (!canStageBeside(parent, directory)) {
            return new FileStage(directory, inside);
        }
        delete(beside);
        return isFresh(directory) ? new TreeStage(directory, beside) : new FileStage(directory, beside);
    }

    private static boolean canStageBeside(Path parent, Path directory) throws IOException {
        return Files.isWritable(parent)
                && (!Files.exists(directory) || Files.getFileStore(parent).equals(Files.getFileStore(directory)));
    }

    /** Whether a directory may appear by a rename: it is not there, or it is empty and nobody stands in it. */
    private static boolean isFresh(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        boolean workingDirectory = Path.of("").toRealPath().startsWith(directory.toRealPath());
        return !workingDirectory && isEmpty(directory);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            Iterator<Path> iterator = entries.iterator();
            return !iterator.hasNext();
        }
    }

    /** Removes a stage with all that is in it. */
    static void delete(Path stage) throws IOException {
        if (!Files.exists(stage, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(stage, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
