package dev.waymark.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Files in UTF-8 beside the build's other results. */
final class TextFile {
    private TextFile() {}

    static void write(File file, String text) throws MojoExecutionException, MojoFailureException {
        Path path = file.toPath().toAbsolutePath();
        if (Files.isDirectory(path)) {
            throw new MojoFailureException(file + " is a folder, and was to be written; name a file.");
        }
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write " + file + ": " + e, e);
        }
    }
}
