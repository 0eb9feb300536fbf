package dev.waymark.source;

import dev.waymark.source.Source.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the inputs of a command: files, folders (all {@code *.yaml} and {@code *.yml} below, hidden folders left out)
 * and standard input. A file that is reached twice is read once.
 */
public final class SourceReader {
    /** The most bytes that a file may have. */
    public static final int MAX_BYTES = 64 << 20;

    private final InputStream standardInput;
    private final Predicate<String> wanted;
    private final List<Source> sources = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    /** @param wanted which texts of a folder are kept; a file that is named is kept whatever it holds */
    private SourceReader(InputStream standardInput, Predicate<String> wanted) {
        this.standardInput = standardInput;
        this.wanted = wanted;
    }

    /**
     * Reads all inputs in their order, the files of a folder by name.
     *
     * @throws InputException if one of them is missing or cannot be read
     */
    public static List<Source> read(List<String> inputs, InputStream standardInput, Predicate<String> wanted)
            throws InputException {
        SourceReader reader = new SourceReader(standardInput, wanted);
        for (String input : inputs) {
            reader.readInput(input);
        }
        return Collections.unmodifiableList(reader.sources);
    }

    private void readInput(String input) throws InputException {
        try {
            if (input.equals(SourceFile.STANDARD_INPUT)) {
                add(input, standardInput, true);
            } else if (Files.isDirectory(Path.of(input))) {
                readFolder(Path.of(input));
            } else {
                readFile(Path.of(input), true);
            }
        } catch (FileSystemLoopException e) {
            throw new InputException("cannot read " + input + ": a symbolic link leads back to " + e.getFile());
        } catch (NoSuchFileException e) {
            throw new InputException("cannot read " + e.getFile() + ": no such file or folder");
        } catch (InvalidPathException e) {
            throw new InputException("cannot read " + input + ": not a path");
        } catch (IOException e) {
            throw new InputException("cannot read " + input + ": " + reason(e));
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException denied
                ? "no permission for " + denied.getFile()
                : String.valueOf(e.getMessage());
    }

    private void readFolder(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean hidden = !directory.equals(folder)
                        && directory.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        Collections.sort(files);
        for (Path file : files) {
            readFile(file, false);
        }
    }

    private void readFile(Path file, boolean named) throws IOException {
        if (!seen.add(file.toRealPath())) {
            return;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            add(slashed(file), bytes, named);
        }
    }

    private static String slashed(Path file) {
        String separator = file.getFileSystem().getSeparator();
        return file.toString().replace(separator, "/");
    }

    private void add(String name, InputStream stream, boolean named) throws IOException {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        // What is looked for is ASCII, so that Latin-1 finds it in any text, and in what is none.
        if (!named && !wanted.test(new String(bytes, StandardCharsets.ISO_8859_1))) {
            return;
        }
        if (bytes.length > MAX_BYTES) {
            Damage damage = new Damage(Source.Kind.TOO_LARGE, 0);
            sources.add(new Source(new SourceFile(name, ""), named, Optional.of(damage)));
            return;
        }
        sources.add(decode(name, bytes, named));
    }

    private static Source decode(String name, byte[] bytes, boolean named) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        boolean malformed =
                decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isError();
        String text = withoutByteOrderMark(decoded.flip().toString());
        Optional<Damage> damage = malformed
                ? Optional.of(new Damage(Source.Kind.NOT_UTF8, text.codePointCount(0, text.length())))
                : Optional.empty();
        return new Source(new SourceFile(name, text), named, damage);
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
