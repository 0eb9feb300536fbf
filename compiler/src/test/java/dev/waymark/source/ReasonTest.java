package dev.waymark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever runs the tests may be allowed everything, and so never sees some of these. */
class ReasonTest {
    private static final Map<IOException, String> REASONS = Map.of(
            new AccessDeniedException("a"), "no permission for a",
            new NoSuchFileException("a"), "no such file or folder",
            new NoSuchFileException("a/b"), "a/b: no such file or folder",
            new FileAlreadyExistsException("a/b"), "a/b: something else is there already",
            new NotDirectoryException("a"), "not a directory",
            new DirectoryNotEmptyException("a"), "the directory is not empty",
            new FileSystemLoopException("a/b"), "a symbolic link leads back to a/b",
            new FileSystemException("a", null, "Too many levels of symbolic links"),
                    "too many levels of symbolic links",
            new FileSystemException("a"), "the system does not say why",
            new IOException("Stream closed"), "Stream closed");

    @Test
    void aFailureIsSaidInWords() {
        REASONS.forEach(
                (failure, words) -> assertThat(Reason.of(failure, Path.of("a"))).isEqualTo(words));
    }
}
