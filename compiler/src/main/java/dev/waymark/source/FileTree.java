package dev.waymark.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the names of files lead: into the file system, and into revisions of a Git repository. */
public sealed interface FileTree permits WorkTree, GitTree, TracedTree {
    /** The file system, as the working folder sees it. */
    static FileTree work() {
        return new WorkTree();
    }

    /** Whether there is a file or a folder. */
    boolean exists(String name);

    boolean isFolder(String name);

    boolean isFile(String name);

    /**
     * The files below a folder.
     *
     * @return relative to the folder, with {@code /}, sorted
     */
    List<String> below(String folder, Walk walk) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if there is none */
    FoundFile file(String name) throws IOException;

    /** The name of what lies in a folder. */
    String in(String folder, String path);

    /** The name of what a path leads to, without detours. */
    String from(String folder, String path);

    /** The name of the folder that something lies in; empty for the working folder. */
    String folderOf(String name);

    /** The name of what a file refers to, as it can be read and shown. */
    default String beside(SourceFile file, String path) {
        boolean pipe = file.name().equals(SourceFile.STANDARD_INPUT);
        return from(pipe ? "" : folderOf(file.name()), path);
    }

    /** All that a file holds. */
    byte[] content(String name) throws IOException;

    /** All that a file holds; empty if there is no file of this name, whatever else there is. */
    Optional<byte[]> contentOfFile(String name) throws IOException;

    /**
     * All that a file holds; empty if there is none.
     *
     * @throws InputException if it cannot be read
     */
    default Optional<byte[]> read(String name) throws InputException {
        return FoundFile.explaining(name, () -> contentOfFile(name));
    }

    /**
     * The files of a folder, or the file itself.
     *
     * @throws InputException if it is missing or cannot be read
     */
    default List<PlainFile> files(String name, Walk walk) throws InputException {
        return FoundFile.explaining(name, () -> {
            if (!isFolder(name)) {
                String file = file(name).name();
                return List.of(new PlainFile(file.substring(file.lastIndexOf('/') + 1), file, this));
            }
            List<PlainFile> files = new ArrayList<>();
            for (String path : below(name, walk)) {
                files.add(new PlainFile(path, in(name, path), this));
            }
            return files;
        });
    }
}
