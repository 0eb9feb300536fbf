package dev.waymark.output;

import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
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
 * @param links what only points to a folder
 */
public record OutputFolders(SortedSet<String> units, SortedSet<String> clusters, SortedSet<String> links) {
    public OutputFolders {
        units = Collections.unmodifiableSortedSet(units);
        clusters = Collections.unmodifiableSortedSet(clusters);
        links = Collections.unmodifiableSortedSet(links);
    }

    /** Reads a directory; one that is not there has no folders. */
    public static OutputFolders read(Path directory) throws OutputException {
        Path real = OutputDirectory.real(directory);
        SortedSet<String> units = new TreeSet<>();
        SortedSet<String> clusters = new TreeSet<>();
        SortedSet<String> links = new TreeSet<>();
        if (Files.isDirectory(real)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(real, OutputFolders::isShown)) {
                for (Path child : children) {
                    if (Files.isSymbolicLink(child)) {
                        links.add(child.getFileName().toString());
                    } else if (isFolder(child) && isUnit(child)) {
                        units.add(child.getFileName().toString());
                    } else if (isFolder(child) && holdsUnits(child)) {
                        clusters.add(child.getFileName().toString());
                    }
                }
            } catch (IOException e) {
                throw OutputException.of("read", directory, e);
            }
        }
        return new OutputFolders(units, clusters, links);
    }

    /** What the lock in a folder lists; nothing where none can be read. */
    public static SortedSet<String> locked(Path folder) throws OutputException {
        Path lock = folder.resolve(Lock.FILE_NAME);
        try {
            return Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
                    ? LockFormat.read(Files.readAllBytes(lock)).paths()
                    : new TreeSet<>();
        } catch (LockFormat.UnreadableException e) {
            return new TreeSet<>();
        } catch (IOException e) {
            throw OutputException.of("read", folder, e);
        }
    }

    /** Stages of dead runs are hidden. */
    private static boolean isShown(Path path) {
        return !path.getFileName().toString().startsWith(".");
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isShown(path);
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
