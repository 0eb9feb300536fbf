package dev.waymark.cli;

import java.util.List;
import org.apache.commons.cli.Option;

/**
 * An option.
 *
 * @param shortName one letter, or empty
 * @param value what stands for its value in help; empty for a switch
 * @param values what its value can be
 */
record OptionSpec(String shortName, String name, String value, String help, Values values) {
    OptionSpec(String shortName, String name, String value, String help) {
        this(shortName, name, value, help, Values.ANYTHING);
    }

    static OptionSpec flag(String name, String help) {
        return new OptionSpec("", name, "", help);
    }

    static OptionSpec value(String name, String value, String help) {
        return new OptionSpec("", name, value, help);
    }

    /** The same option, of whose value more is known. */
    OptionSpec taking(Values known) {
        return new OptionSpec(shortName, name, value, help, known);
    }

    /** {@code -o} and {@code --output}. */
    List<String> names() {
        return shortName.isEmpty() ? List.of("--" + name) : List.of("-" + shortName, "--" + name);
    }

    boolean isFlag() {
        return value.isEmpty();
    }

    Option toOption() {
        return Option.builder(shortName.isEmpty() ? null : shortName)
                .longOpt(name)
                .hasArg(!isFlag())
                .get();
    }

    /** {@code -o, --output DIR}. */
    String usage() {
        String names = (shortName.isEmpty() ? "    " : "-" + shortName + ", ") + "--" + name;
        return isFlag() ? names : names + " " + value;
    }
}
