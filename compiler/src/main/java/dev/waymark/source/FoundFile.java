package dev.waymark.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that exists.
 *
 * @param name as it was given, with {@code /} between folders
 * @param identity the same for all names that lead to it
 * @param folder the real path of the folder that it lies in
 * @param bytes what it holds
 */
record FoundFile(String name, Object identity, String folder, Bytes bytes) {
    /** What a shell or a parent process hands over by a name: a pipe there is meant, and ends when its writer does. */
    private static final List<Path> HANDED_OVER =
            List.of(Path.of("/dev/stdin"), Path.of("/dev/fd"), Path.of("/proc/self/fd"));

    /** Reads something from files. */
    interface Reading<T> {
        T read() throws IOException;
    }

    static FoundFile of(Path path) throws IOException {
        Path real = real(path);
        return new FoundFile(WorkTree.slashed(path), real, String.valueOf(real.getParent()), new FileBytes(path));
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

    /** What lies in a file. */
    private record FileBytes(Path path) implements Bytes {
        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public InputStream open(long from) throws IOException {
            InputStream stream = Files.newInputStream(path);
            stream.skipNBytes(from);
            return stream;
        }
    }

    /** Whether it can be read more than once. */
    boolean isStored() {
        return !(bytes instanceof FileBytes file) || Files.isRegularFile(file.path());
    }

    void refuseWhatNeverEnds() throws IOException {
        if (bytes instanceof FileBytes file) {
            refuseWhatNeverEnds(file.path());
        }
    }

    /** Opening a named pipe waits for somebody who writes, and a device may go on for ever. */
    static void refuseWhatNeverEnds(Path path) throws IOException {
        if (!Files.isRegularFile(path) && !isHandedOver(path)) {
            throw new FileSystemException(
                    path.toString(), null, "neither a file nor a folder; pipe it in, and name it -");
        }
    }

    private static boolean isHandedOver(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return HANDED_OVER.stream().anyMatch(absolute::startsWith);
    }

    InputStream open() throws IOException {
        return bytes.open(0);
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
