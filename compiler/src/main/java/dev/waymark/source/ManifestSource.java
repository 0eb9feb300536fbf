package dev.waymark.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text of manifests, which may be larger than memory: it is read from its beginning to its end, and again where a
 * message shows a line of it.
 */
public final class ManifestSource {
    private static final Walk YAML = Walk.of(".yaml", ".yml", ".json");

    private final SourceFile file;
    private final StoredText text;
    private final boolean named;

    private ManifestSource(SourceFile file, StoredText text, boolean named) {
        this.file = file;
        this.text = text;
        this.named = named;
    }

    /**
     * Finds the texts of all inputs, in their order: files, folders (all {@code *.yaml}, {@code *.yml} and {@code *.json}
     * below by name, hidden folders left out) and standard input. A file that is reached twice counts once.
     *
     * @throws InputException if one of them is missing or cannot be read
     */
    public static List<ManifestSource> find(FileTree tree, List<String> names, InputStream standardInput)
            throws InputException {
        Map<Object, ManifestSource> known = new HashMap<>();
        List<ManifestSource> sources = new ArrayList<>();
        for (String name : names) {
            if (name.equals(SourceFile.STANDARD_INPUT)) {
                sources.add(FoundFile.explaining(name, () -> once(name, "", standardInput)));
            } else {
                FoundFile.explaining(name, () -> sources.addAll(find(tree, name, known)));
            }
        }
        return sources;
    }

    private static List<ManifestSource> find(FileTree tree, String name, Map<Object, ManifestSource> known)
            throws IOException {
        if (!tree.isFolder(name)) {
            return find(tree.file(name), true, known).stream().toList();
        }
        List<ManifestSource> sources = new ArrayList<>();
        for (String path : tree.below(name, YAML)) {
            find(tree.file(tree.in(name, path)), false, known).ifPresent(sources::add);
        }
        return sources;
    }

    /** Empty for what was found before. */
    private static Optional<ManifestSource> find(FoundFile file, boolean named, Map<Object, ManifestSource> known)
            throws IOException {
        if (known.containsKey(file.identity())) {
            return Optional.empty();
        }
        ManifestSource source = of(file, named);
        known.put(file.identity(), source);
        return Optional.of(source);
    }

    private static ManifestSource of(FoundFile file, boolean named) throws IOException {
        file.refuseWhatNeverEnds();
        if (!file.isStored()) {
            try (InputStream pipe = file.open()) {
                return once(file.name(), file.folder(), pipe);
            }
        }
        StoredText text = new StoredText(file.bytes());
        return new ManifestSource(new SourceFile(file.name(), file.folder(), text), text, named);
    }

    /** The same text once more, for the places in it. */
    public static ManifestSource again(SourceFile file) throws InputException {
        InputStream text = new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8));
        try {
            return once(file.name(), file.folder(), text);
        } catch (IOException e) {
            throw FoundFile.explained(file.name(), e);
        }
    }

    /** What can be read only once is kept. */
    private static ManifestSource once(String name, String folder, InputStream stream) throws IOException {
        StoredText text = new StoredText(PackedBytes.of(stream));
        return new ManifestSource(new SourceFile(name, folder, text), text, true);
    }

    public SourceFile file() {
        return file;
    }

    /** Whether the user named it, rather than the folder that it was found in. */
    public boolean named() {
        return named;
    }

    /** Something that reads a text. */
    public interface Use<T> {
        T read(TextReader text) throws IOException;
    }

    /**
     * Reads the text.
     *
     * @throws InputException if it is there no longer, or breaks off
     * @throws DamagedTextException if it is too large, or no text
     */
    public <T> T read(Use<T> use) throws InputException, DamagedTextException {
        try (TextReader reader = text.open()) {
            return use.read(reader);
        } catch (DamagedTextException damaged) {
            throw damaged;
        } catch (IOException e) {
            throw FoundFile.explained(file.name(), e);
        }
    }
}
