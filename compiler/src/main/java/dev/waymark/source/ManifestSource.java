package dev.waymark.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text of manifests, which may be larger than memory: it is read from its beginning to its end, and again where a
 * message shows a line of it.
 */
public final class ManifestSource {
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
    public static List<ManifestSource> find(List<String> names, InputStream standardInput) throws InputException {
        Map<Path, ManifestSource> known = new HashMap<>();
        List<ManifestSource> sources = new ArrayList<>();
        for (String name : names) {
            if (name.equals(SourceFile.STANDARD_INPUT)) {
                sources.add(FoundFile.explaining(name, () -> once(name, "", standardInput)));
            } else {
                FoundFile.explaining(name, () -> sources.addAll(find(Path.of(name), known)));
            }
        }
        return sources;
    }

    private static List<ManifestSource> find(Path path, Map<Path, ManifestSource> known) throws IOException {
        boolean named = !Files.isDirectory(path);
        List<Path> files = named ? List.of(path) : YamlFiles.below(path, ".yaml", ".yml", ".json");
        List<ManifestSource> sources = new ArrayList<>();
        for (Path each : files) {
            FoundFile file = FoundFile.of(each);
            if (!known.containsKey(file.real())) {
                ManifestSource source = of(file, named);
                known.put(file.real(), source);
                sources.add(source);
            }
        }
        return sources;
    }

    private static ManifestSource of(FoundFile file, boolean named) throws IOException {
        file.refuseWhatNeverEnds();
        if (!Files.isRegularFile(file.path())) {
            try (InputStream pipe = Files.newInputStream(file.path())) {
                return once(file.name(), file.folder(), pipe);
            }
        }
        StoredText text = new StoredText(new FileBytes(file.path()));
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
