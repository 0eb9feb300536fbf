package dev.waymark.cli;

import dev.waymark.diagnostic.NearName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file that somebody probably meant by a name under which there is none. */
final class NearFile {
    private NearFile() {}

    /** A file or folder with a near name in the same folder; empty where the named one exists, or none is near. */
    static Optional<Path> of(String name) {
        Path path = Path.of(name);
        @Nullable Path last = path.getFileName();
        return last == null || Files.exists(path)
                ? Optional.empty()
                : NearName.of(last.toString(), neighbours(path)).map(path::resolveSibling);
    }

    private static List<String> neighbours(Path path) {
        @Nullable Path parent = path.getParent();
        try (Stream<Path> files = Files.list(parent == null ? Path.of("") : parent)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
