package dev.waymark.cli;

import dev.waymark.output.OutputException;
import dev.waymark.source.InputException;
import java.util.List;
import java.util.stream.Stream;

/** A command: what {@code --help} says of it, and what it does. */
interface Command {
    String name();

    /** One line. */
    String summary();

    /** What it takes beside options. */
    default Operands operands() {
        return Operands.INTENTS;
    }

    /** Whether it compiles intents; the options about that are common to all that do. */
    default boolean readsIntents() {
        return true;
    }

    /** Whether its operands can be manifests that exist, so that they may be complete without an inventory. */
    default boolean readsManifests() {
        return false;
    }

    /** The options that it has beside the common ones. */
    default List<OptionSpec> options() {
        return List.of();
    }

    /** Those options and the common ones. */
    default List<OptionSpec> allOptions() {
        return Stream.concat(options().stream(), CommonOptions.of(this).stream())
                .toList();
    }

    /** Values that {@code --format} takes; the first one is the default. Empty where there is no choice. */
    default List<String> formats() {
        return List.of();
    }

    /** A line or two that show it at work. */
    List<String> examples();

    /**
     * Does it.
     *
     * @return the exit code
     */
    int run(Invocation invocation) throws UsageException, InputException, OutputException;
}
