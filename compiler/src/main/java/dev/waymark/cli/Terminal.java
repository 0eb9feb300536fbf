package dev.waymark.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and prints.
 *
 * @param colours of standard output and of standard error, unless an option says otherwise
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, Colours colours) {
    /** Whether something is a terminal that shows colours. */
    record Colours(boolean out, boolean err) {}

    /** Prints text that ends with a line break of its own. */
    void result(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints bytes as they are. */
    void result(byte[] bytes) {
        out.writeBytes(bytes);
        out.flush();
    }

    void message(String text) {
        err.print(text);
        err.flush();
    }
}
