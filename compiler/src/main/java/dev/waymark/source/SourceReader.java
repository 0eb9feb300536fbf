package dev.waymark.source;

import dev.waymark.source.Source.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the inputs of a command: files, folders (all {@code *.yaml} and {@code *.yml} below, hidden folders left out)
 * and standard input. A file that is reached twice is read once.
 */
public final class SourceReader {
    /** The most mebibytes that a file may have: what that makes in memory is twenty times as much. */
    public static final int MAX_MEBIBYTES = 16;

    private static final int MAX_BYTES = MAX_MEBIBYTES << 20;
    private static final int CHUNK = 1 << 16;

    /** What a shell or a parent process hands over by a name: a pipe there is meant, and ends when its writer does. */
    private static final List<Path> HANDED_OVER =
            List.of(Path.of("/dev/stdin"), Path.of("/dev/fd"), Path.of("/proc/self/fd"));

    private final InputStream standardInput;
    private final Predicate<String> wanted;
    private final Map<Path, Optional<Source>> known = new HashMap<>();

    private SourceReader(InputStream standardInput, Predicate<String> wanted) {
        this.standardInput = standardInput;
        this.wanted = wanted;
    }

    /**
     * Reads all inputs in their order, the files of a folder by name.
     *
     * @param wanted which texts of a folder are kept; a file that is named is kept whatever it holds
     * @throws InputException if one of them is missing or cannot be read
     */
    public static List<Input> read(List<String> names, InputStream standardInput, Predicate<String> wanted)
            throws InputException {
        SourceReader reader = new SourceReader(standardInput, wanted);
        List<Input> inputs = new ArrayList<>();
        for (String name : names) {
            inputs.add(new Input(name, reader.readInput(name)));
        }
        return inputs;
    }

    private List<Source> readInput(String input) throws InputException {
        if (input.equals(SourceFile.STANDARD_INPUT)) {
            return readStandardInput();
        }
        try {
            Path path = Path.of(input);
            return read(path);
        } catch (InvalidPathException e) {
            throw new InputException("cannot read " + input + ": not a path");
        }
    }

    private List<Source> readStandardInput() throws InputException {
        try {
            return decode(SourceFile.STANDARD_INPUT, "", standardInput, true).stream()
                    .toList();
        } catch (IOException e) {
            throw new InputException("cannot read standard input: " + e.getMessage());
        }
    }

    private List<Source> read(Path path) throws InputException {
        try {
            return Files.isDirectory(path)
                    ? readFolder(path)
                    : readFile(path, true).stream().toList();
        } catch (NoSuchFileException e) {
            throw new InputException("cannot read " + e.getFile() + ": no such file or folder");
        } catch (IOException e) {
            throw new InputException("cannot read " + path + ": " + Reason.of(e, path));
        }
    }

    private List<Source> readFolder(Path folder) throws IOException {
        YamlFiles files = new YamlFiles(folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
        List<Source> sources = new ArrayList<>();
        for (Path file : files.sorted()) {
            readFile(file, false).ifPresent(sources::add);
        }
        return sources;
    }

    /** Empty if a file of a folder holds nothing that is wanted. */
    private Optional<Source> readFile(Path file, boolean named) throws IOException {
        Path real = real(file);
        Optional<Source> source = known.getOrDefault(real, Optional.empty());
        if (source.isEmpty()) {
            refuseWhatNeverEnds(file);
            try (InputStream bytes = Files.newInputStream(file)) {
                source = decode(slashed(file), String.valueOf(real.getParent()), bytes, named);
            }
            known.put(real, source);
        }
        return source;
    }

    /** Opening a named pipe waits for somebody who writes, and a device may go on for ever. */
    private static void refuseWhatNeverEnds(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        boolean handedOver = HANDED_OVER.stream().anyMatch(absolute::startsWith);
        if (!handedOver && !Files.isRegularFile(file)) {
            throw new FileSystemException(
                    file.toString(), null, "neither a file nor a folder; pipe it in, and name it -");
        }
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

    private static String slashed(Path file) {
        String separator = file.getFileSystem().getSeparator();
        return file.toString().replace(separator, "/");
    }

    private Optional<Source> decode(String name, String folder, InputStream stream, boolean named) throws IOException {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        // What is looked for is ASCII, so that Latin-1 finds it in any text, and in what is none.
        if (!named && !wanted.test(new String(bytes, StandardCharsets.ISO_8859_1))) {
            return Optional.empty();
        }
        if (bytes.length > MAX_BYTES) {
            Damage damage = new Damage(Source.Kind.TOO_LARGE, 0);
            return Optional.of(new Source(new SourceFile(name, folder, ""), named, Optional.of(damage)));
        }
        int length = lengthOfUtf8(bytes);
        String text = withoutByteOrderMark(new String(bytes, 0, length, StandardCharsets.UTF_8));
        Optional<Damage> damage = length < bytes.length
                ? Optional.of(new Damage(Source.Kind.NOT_UTF8, text.codePointCount(0, text.length())))
                : Optional.empty();
        return Optional.of(new Source(new SourceFile(name, folder, text), named, damage));
    }

    /** How many bytes come before the first that are no UTF-8. What is decoded here is thrown away, a bit at a time. */
    private static int lengthOfUtf8(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharBuffer chunk = CharBuffer.allocate(CHUNK);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        while (decoder.decode(rest, chunk, true).isOverflow()) {
            chunk.clear();
        }
        return rest.position();
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
