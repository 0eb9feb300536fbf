package dev.waymark.cli;

import java.util.List;

/** The options that every command has. */
final class CommonOptions {
    static final String FORMAT = "format";
    static final String FAIL_ON = "fail-on";
    static final String ISTIO_VERSION = "istio-version";
    static final String COLOR = "color";
    static final String QUIET = "quiet";
    static final String DEBUG = "debug";
    static final String HELP = "help";
    static final String VERSION = "version";

    private CommonOptions() {}

    static List<OptionSpec> of(Command command) {
        return List.of(
                OptionSpec.value(FORMAT, "FORMAT", "print the result as " + String.join(" or ", command.formats())),
                OptionSpec.value(FAIL_ON, "SEVERITY", "fail, and write nothing, on `error` (the default) or `warning`"),
                OptionSpec.value(ISTIO_VERSION, "VERSION", "of the mesh, in place of the one that intents state"),
                OptionSpec.value(COLOR, "WHEN", "`auto` (the default), `always` or `never`"),
                OptionSpec.flag(QUIET, "print errors only"),
                OptionSpec.flag(DEBUG, "print the stack trace of a fault"),
                new OptionSpec("h", HELP, "", "print this help"),
                OptionSpec.flag(VERSION, "print the version"));
    }
}
