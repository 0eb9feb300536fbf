package dev.waymark.output;

import dev.waymark.lock.Lock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The folders of a directory that clusters are rendered into.
 *
 * @param units those of units, which lie in no cluster's folder
 * @param clusters those that hold folders of units
 */
public record OutputFolders(SortedSet<String> units, SortedSet<String> clusters) {
    public OutputFolders {
        units = Collections.unmodifiableSortedSet(units);
        clusters = Collections.unmodifiableSortedSet(clusters);
    }

    /** Reads a directory; one that is not there has no folders. */
    public static OutputFolders read(Path directory) throws OutputException {
        Path real = OutputDirectory.real(directory);
        SortedSet<String> units = new TreeSet<>();
        SortedSet<String> clusters = new TreeSet<>();
        if (Files.isDirectory(real)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(real, OutputFolders::isFolder)) {
                for (Path child : children) {
                    if (isUnit(child)) {
                        units.add(child.getFileName().toString());
                    } else if (holdsUnits(child)) {
                        clusters.add(child.getFileName().toString());
                    }
                }
            } catch (IOException e) {
                throw OutputException.of("read", directory, e);
            }
        }
        return new OutputFolders(units, clusters);
    }

    /** Stages of dead runs are hidden. */
    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && !path.getFileName().toString().startsWith(".");
    }

    private static boolean isUnit(Path folder) {
        return Files.exists(folder.resolve(Lock.FILE_NAME), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean holdsUnits(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, OutputFolders::isFolder)) {
            for (Path child : children) {
                if (isUnit(child)) {
                    return true;
                }
            }
            return false;
        }
    }
}
