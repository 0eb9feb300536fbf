package dev.waymark.cli;

import org.apache.commons.cli.Option;

/**
 * An option.
 *
 * @param shortName one letter, or empty
 * @param value what stands for its value in help; empty for a switch
 */
record OptionSpec(String shortName, String name, String value, String help) {
    static OptionSpec flag(String name, String help) {
        return new OptionSpec("", name, "", help);
    }

    static OptionSpec value(String name, String value, String help) {
        return new OptionSpec("", name, value, help);
    }

    Option toOption() {
        return Option.builder(shortName.isEmpty() ? null : shortName)
                .longOpt(name)
                .hasArg(!value.isEmpty())
                .get();
    }

    /** {@code -o, --output DIR}. */
    String usage() {
        String names = (shortName.isEmpty() ? "    " : "-" + shortName + ", ") + "--" + name;
        return value.isEmpty() ? names : names + " " + value;
    }
}
