package dev.waymark.source;

/** An input that is missing or cannot be read: nothing was compiled. The message is one line for the user. */
public final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }
}
