package dev.waymark.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which paths below a directory are free of symbolic links; each folder is looked at once, from several threads. */
public final class PlainPaths {
    private final Path directory;
    private final Map<String, Boolean> folders = new ConcurrentHashMap<>();

    public PlainPaths(Path directory) {
        this.directory = directory;
    }

    /** Whether no step of a path, with {@code /}, is a link. */
    public boolean isPlain(String path) {
        return isPlainFolder(path.substring(0, Math.max(0, path.lastIndexOf('/'))))
                && !Files.isSymbolicLink(directory.resolve(path));
    }

    private boolean isPlainFolder(String folder) {
        Boolean known = folders.get(folder);
        if (known == null) {
            known = folder.isEmpty() || isPlain(folder);
            folders.put(folder, known);
        }
        return known;
    }
}
