package dev.waymark.source;

import dev.waymark.source.Source.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final int MAX_BYTES = MAX_MEBIBYTES << 20;
    private static final int CHUNK = 1 << 16;

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
        return FoundFile.explaining(input, () -> {
            if (input.equals(SourceFile.STANDARD_INPUT)) {
                return decode(input, "", standardInput, true).stream().toList();
            }
            Path path = Path.of(input);
            return Files.isDirectory(path)
                    ? readFolder(path)
                    : readFile(path, true).stream().toList();
        });
    }

    private List<Source> readFolder(Path folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path file : YamlFiles.below(folder, ".yaml", ".yml")) {
            readFile(file, false).ifPresent(sources::add);
        }
        return sources;
    }

    /** Empty if a file of a folder holds nothing that is wanted. */
    private Optional<Source> readFile(Path path, boolean named) throws IOException {
        FoundFile file = FoundFile.of(path);
        Optional<Source> source = known.getOrDefault(file.real(), Optional.empty());
        if (source.isEmpty()) {
            file.refuseWhatNeverEnds();
            try (InputStream bytes = Files.newInputStream(path)) {
                source = decode(file.name(), file.folder(), bytes, named);
            }
            known.put(file.real(), source);
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
