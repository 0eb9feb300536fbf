package dev.waymark.output;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keys and values about a render, in a properties file that the build throws away with its other results. */
public record RenderRecord(Path file) {
    /** What was kept; nothing where there is no record, or none that can be read. */
    public SortedMap<String, String> read() {
        Properties properties = new Properties();
        SortedMap<String, String> known = new TreeMap<>();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                return known;
            }
        }
        properties.stringPropertyNames().forEach(name -> known.put(name, properties.getProperty(name)));
        return known;
    }

    public void write(Map<String, String> values) throws OutputException {
        Properties properties = new Properties();
        properties.putAll(values);
        try {
            Path folder = Files.createDirectories(Objects.requireNonNull(file.getParent()));
            // Half a record would hold for less than was read.
            Path whole = Files.createTempFile(folder, "render", ".tmp");
            try (Writer writer = Files.newBufferedWriter(whole)) {
                properties.store(writer, null);
            }
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw OutputException.of("write", file, e);
        }
    }

    public void delete() throws OutputException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw OutputException.of("write", file, e);
        }
    }
}
