package dev.waymark.cli;

import dev.waymark.output.OutputException;
import dev.waymark.source.InputException;
import java.util.List;

/** A command: what {@code --help} says of it, and what it does. */
interface Command {
    String name();

    /** One line. */
    String summary();

    /** What stands behind its name on the command line. */
    default String operands() {
        return "[INTENT...]";
    }

    /** The options that it has beside the common ones. */
    List<OptionSpec> options();

    /** Values that {@code --format} takes; the first one is the default. */
    List<String> formats();

    /** A line or two that show it at work. */
    List<String> examples();

    /**
     * Does it.
     *
     * @return the exit code
     */
    int run(Invocation invocation) throws UsageException, InputException, OutputException;
}
