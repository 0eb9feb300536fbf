package dev.waymark.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that exists.
 *
 * @param path as it was named
 * @param real the same for all paths that lead to it
 */
record FoundFile(Path path, Path real) {
    /** Reads something from files. */
    interface Reading<T> {
        T read() throws IOException;
    }

    static FoundFile of(Path path) throws IOException {
        return new FoundFile(path, real(path));
    }

    /** A pipe that is handed over as a file has no real path. */
    private static Path real(Path file) throws IOException {
        try {
            return file.toRealPath();
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                return file.toAbsolutePath();
            }
            throw e;
        }
    }

    /** The path as it was named, with {@code /} between folders. */
    String name() {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** The real path of the folder that it lies in. */
    String folder() {
        return String.valueOf(real.getParent());
    }

    /** Reads an input, and tells the user what hinders that. */
    static <T> T explaining(String input, Reading<T> reading) throws InputException {
        try {
            return reading.read();
        } catch (InvalidPathException e) {
            throw new InputException("cannot read " + input + ": not a path");
        } catch (IOException e) {
            throw explained(input, e);
        }
    }

    static InputException explained(String input, IOException reason) {
        if (reason instanceof FileSystemLoopException loop) {
            return new InputException("cannot read " + input + ": a symbolic link leads back to " + loop.getFile());
        }
        if (reason instanceof NoSuchFileException missing) {
            return new InputException("cannot read " + missing.getFile() + ": no such file or folder");
        }
        String words = reason instanceof AccessDeniedException denied
                ? "no permission for " + denied.getFile()
                : String.valueOf(reason.getMessage());
        return new InputException("cannot read " + input + ": " + words);
    }
}
