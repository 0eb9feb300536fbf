package dev.waymark.output;

import dev.waymark.source.Reason;
import java.io.IOException;
import java.nio.file.Path;

/** The directory cannot be read or written. The message is one line for the user. */
public final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    public OutputException(String message) {
        super(message);
    }

    static OutputException of(String action, Path path, IOException cause) {
        OutputException exception =
                new OutputException("cannot " + action + " " + path + ": " + Reason.of(cause, path));
        exception.initCause(cause);
        return exception;
    }
}
