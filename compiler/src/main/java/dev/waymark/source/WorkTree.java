package dev.waymark.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file system. */
final class WorkTree implements FileTree {
    @Override
    public boolean exists(String name) {
        return Files.exists(Path.of(name));
    }

    @Override
    public boolean isFolder(String name) {
        return Files.isDirectory(Path.of(name));
    }

    @Override
    public boolean isFile(String name) {
        return Files.isRegularFile(Path.of(name));
    }

    @Override
    public List<String> below(String folder, Walk walk) throws IOException {
        // The working folder has an empty path, which cannot be walked.
        Path start = Path.of(folder.isEmpty() ? "." : folder);
        return YamlFiles.below(start, walk).stream()
                .map(file -> slashed(start.relativize(file)))
                .toList();
    }

    @Override
    public FoundFile file(String name) throws IOException {
        return FoundFile.of(Path.of(name));
    }

    @Override
    public byte[] content(String name) throws IOException {
        FoundFile.refuseWhatNeverEnds(Path.of(name));
        return Files.readAllBytes(Path.of(name));
    }

    @Override
    public Optional<byte[]> contentOfFile(String name) throws IOException {
        Path path = Path.of(name);
        return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    }

    @Override
    public String in(String folder, String path) {
        return Path.of(folder).resolve(path).toString();
    }

    @Override
    public String from(String folder, String path) {
        return slashed(Path.of(folder).resolve(path).normalize());
    }

    @Override
    public String folderOf(String name) {
        Path parent = Path.of(name).getParent();
        return parent == null ? "" : parent.toString();
    }

    static String slashed(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
