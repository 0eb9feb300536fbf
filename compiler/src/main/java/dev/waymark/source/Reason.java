package dev.waymark.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why a file could not be used, in words of ours where the Java platform has only the name of a class. */
public final class Reason {
    /** What the platform adds to the system's own words, though it is about the same. */
    private static final String ADDITION = " or unable to access attributes of symbolic link";

    private Reason() {}

    /**
     * Half a sentence.
     *
     * @param shown the path that the sentence before it names already
     */
    public static String of(IOException failure, Path shown) {
        if (!(failure instanceof FileSystemException failed) || failed.getFile() == null) {
            return String.valueOf(failure.getMessage());
        }
        if (failed instanceof AccessDeniedException) {
            return "no permission for " + failed.getFile();
        }
        if (failed instanceof FileSystemLoopException) {
            return "a symbolic link leads back to " + failed.getFile();
        }
        String words = words(failed);
        return failed.getFile().equals(shown.toString()) ? words : failed.getFile() + ": " + words;
    }

    private static String words(FileSystemException failed) {
        if (failed.getReason() != null) {
            String reason = failed.getReason().replace(ADDITION, "");
            return Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
        }
        if (failed instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return "something else is there already";
        }
        if (failed instanceof NotDirectoryException) {
            return "not a directory";
        }
        return failed instanceof DirectoryNotEmptyException
                ? "the directory is not empty"
                : "the system does not say why";
    }
}
