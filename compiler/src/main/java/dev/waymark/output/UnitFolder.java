package dev.waymark.output;

import dev.waymark.lock.Fingerprint;
import dev.waymark.lock.Lock;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What lies in the folder of a unit. Paths are relative to the folder, with {@code /}.
 *
 * @param lock an empty one where there is none
 * @param lockFingerprint of the text of the lock; empty where there is none
 * @param folders all below it, empty ones too
 * @param odd what is neither a file nor a folder, such as a pipe
 * @param links symbolic links, the folder itself as an empty path
 */
record UnitFolder(
        Path folder,
        Lock lock,
        Optional<String> lockFingerprint,
        SortedSet<String> files,
        SortedSet<String> folders,
        SortedSet<String> odd,
        SortedSet<String> links) {
    UnitFolder {
        files = Collections.unmodifiableSortedSet(files);
        folders = Collections.unmodifiableSortedSet(folders);
        odd = Collections.unmodifiableSortedSet(odd);
        links = Collections.unmodifiableSortedSet(links);
    }

    boolean locked() {
        return lockFingerprint.isPresent();
    }

    /** Lists a folder without following links; one that does not exist is empty. */
    static UnitFolder list(Path folder, Lock lock, Optional<String> lockFingerprint) throws IOException {
        SortedSet<String> files = new TreeSet<>();
        SortedSet<String> folders = new TreeSet<>();
        SortedSet<String> odd = new TreeSet<>();
        SortedSet<String> links = new TreeSet<>();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                    folders.add(slashed(folder.relativize(below)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String path = slashed(folder.relativize(file));
                    SortedSet<String> others = attributes.isSymbolicLink() ? links : odd;
                    (attributes.isRegularFile() ? files : others).add(path);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        files.remove(Lock.FILE_NAME);
        return new UnitFolder(folder, lock, lockFingerprint, files, folders, odd, links);
    }

    static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** How the file at a path stands to what should be there. */
    FileState state(String path, String fingerprint) throws IOException {
        if (!files.contains(path)) {
            return isBlocked(path) ? FileState.BLOCKED : FileState.MISSING;
        }
        String found = fingerprint(path);
        if (found.equals(fingerprint)) {
            return FileState.SAME;
        }
        if (lock.wrote(path, found)) {
            return FileState.OUTDATED;
        }
        return lock.paths().contains(path) ? FileState.EDITED : FileState.FOREIGN;
    }

    /** Whether a file that no render wants any more is still as a render left it. */
    boolean isOurs(String path) throws IOException {
        return lock.wrote(path, fingerprint(path));
    }

    String fingerprint(String path) throws IOException {
        return Fingerprint.of(Files.readAllBytes(folder.resolve(path)));
    }

    private boolean isBlocked(String path) {
        return odd.contains(path) || folders.contains(path) || !obstacle(path).equals(path);
    }

    /** What lies in the way of a file: a file in place of one of its folders, or else what is in its own place. */
    String obstacle(String path) {
        if (isNoFolder("")) {
            return "";
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (isNoFolder(path.substring(0, slash))) {
                return path.substring(0, slash);
            }
        }
        return path;
    }

    private boolean isNoFolder(String path) {
        return files.contains(path) || odd.contains(path);
    }

    /** What the lock lists as far as it has come true: a run that died left some files new and others old. */
    SortedMap<String, String> settled() throws IOException {
        SortedMap<String, String> settled = new TreeMap<>(lock.files());
        for (String path : lock.pending().keySet()) {
            if (files.contains(path) && isOurs(path)) {
                settled.put(path, fingerprint(path));
            }
        }
        return settled;
    }
}
