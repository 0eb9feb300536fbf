package dev.waymark.source;

import dev.waymark.source.Source.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private static final Walk YAML = Walk.of(".yaml", ".yml");
    private static final int MAX_BYTES = MAX_MEBIBYTES << 20;
    private static final int CHUNK = 1 << 16;

    private final FileTree tree;
    private final InputStream standardInput;
    private final Predicate<String> wanted;
    private final Map<Object, Optional<Source>> known = new HashMap<>();

    /** @param wanted which texts of a folder are kept; a file that is named is kept whatever it holds */
    public SourceReader(FileTree tree, InputStream standardInput, Predicate<String> wanted) {
        this.tree = tree;
        this.standardInput = standardInput;
        this.wanted = wanted;
    }

    /**
     * Reads all inputs in their order, the files of a folder by name.
     *
     * @throws InputException if one of them is missing or cannot be read
     */
    public List<Input> read(List<String> names) throws InputException {
        List<Input> inputs = new ArrayList<>();
        for (String name : names) {
            inputs.add(new Input(name, readInput(name)));
        }
        return inputs;
    }

    /**
     * Reads what a file refers to by a pattern: files, sorted by name. One that was read before is the same object.
     *
     * @param pattern with {@code *}, {@code ?} and {@code **}, relative to the file; without them it names one file
     */
    public List<Source> readMatching(SourceFile from, String pattern) throws InputException {
        return FoundFile.explaining(pattern, () -> {
            List<Source> sources = new ArrayList<>();
            for (String file : Globs.matching(tree, folder(from), pattern)) {
                readFile(file, false).ifPresent(sources::add);
            }
            return sources;
        });
    }

    /** The name of what a file refers to, as it can be read and shown. */
    public String beside(SourceFile from, String path) {
        return tree.beside(from, path);
    }

    /** Whether there is a file or a folder. */
    public boolean exists(String name) {
        return tree.exists(name);
    }

    private String folder(SourceFile file) {
        return file.name().equals(SourceFile.STANDARD_INPUT) ? "" : tree.folderOf(file.name());
    }

    private List<Source> readInput(String input) throws InputException {
        return FoundFile.explaining(input, () -> {
            if (input.equals(SourceFile.STANDARD_INPUT)) {
                return decode(input, "", standardInput, true).stream().toList();
            }
            return tree.isFolder(input)
                    ? readFolder(input)
                    : readFile(input, true).stream().toList();
        });
    }

    private List<Source> readFolder(String folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String path : tree.below(folder, YAML)) {
            readFile(tree.in(folder, path), false).ifPresent(sources::add);
        }
        return sources;
    }

    /** Empty if a file of a folder holds nothing that is wanted. */
    private Optional<Source> readFile(String name, boolean named) throws IOException {
        FoundFile file = tree.file(name);
        Optional<Source> source = known.getOrDefault(file.identity(), Optional.empty());
        if (source.isEmpty()) {
            file.refuseWhatNeverEnds();
            try (InputStream bytes = file.open()) {
                source = decode(file.name(), file.folder(), bytes, named);
            }
            known.put(file.identity(), source);
        }
        return source;
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
