package dev.waymark.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The directory cannot be read or written. The message is one line for the user. */
public final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    OutputException(String message) {
        super(message);
    }

    static OutputException of(String action, Path path, IOException cause) {
        String reason = cause.getMessage();
        if (cause instanceof AccessDeniedException) {
            reason = "no permission for " + ((FileSystemException) cause).getFile();
        } else if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            reason = failed.getFile() + ": " + failed.getReason();
        }
        OutputException exception = new OutputException("cannot " + action + " " + path + ": " + reason);
        exception.initCause(cause);
        return exception;
    }
}
