package dev.waymark.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that exists.
 *
 * @param path as it was named
 * @param real the same for all paths that lead to it
 */
record FoundFile(Path path, Path real) {
    /** What a shell or a parent process hands over by a name: a pipe there is meant, and ends when its writer does. */
    private static final List<Path> HANDED_OVER =
            List.of(Path.of("/dev/stdin"), Path.of("/dev/fd"), Path.of("/proc/self/fd"));

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

    /** Opening a named pipe waits for somebody who writes, and a device may go on for ever. */
    void refuseWhatNeverEnds() throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        boolean handedOver = HANDED_OVER.stream().anyMatch(absolute::startsWith);
        if (!handedOver && !Files.isRegularFile(path)) {
            throw new FileSystemException(
                    path.toString(), null, "neither a file nor a folder; pipe it in, and name it -");
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
        if (reason instanceof NoSuchFileException missing) {
            return new InputException("cannot read " + missing.getFile() + ": no such file or folder");
        }
        boolean pipe = input.equals(SourceFile.STANDARD_INPUT);
        return new InputException(
                pipe
                        ? "cannot read standard input: " + reason.getMessage()
                        : "cannot read " + input + ": " + Reason.of(reason, Path.of(input)));
    }
}
