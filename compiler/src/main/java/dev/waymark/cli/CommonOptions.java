package dev.waymark.cli;

import dev.waymark.kube.IstioVersion;
import java.util.ArrayList;
import java.util.List;

/** The options that commands share. */
final class CommonOptions {
    static final String FORMAT = "format";
    static final String FAIL_ON = "fail-on";
    static final String ISTIO_VERSION = "istio-version";
    static final String INVENTORY = "inventory";
    static final String INVENTORY_COMPLETE = "inventory-complete";
    static final String NAMESPACE = "namespace";
    static final String CLUSTER = "cluster";
    static final String COLOR = "color";
    static final String QUIET = "quiet";
    static final String DEBUG = "debug";
    static final String HELP = "help";
    static final String VERSION = "version";

    static final List<String> FAIL_ON_WORDS = List.of("error", "warning");
    static final List<String> COLOR_WORDS = List.of("auto", "always", "never");

    private CommonOptions() {}

    /** Those that mean something to a command. */
    static List<OptionSpec> of(Command command) {
        List<OptionSpec> options = new ArrayList<>();
        if (!command.formats().isEmpty()) {
            options.add(format(command.formats()));
        }
        if (command.readsIntents()) {
            options.addAll(ofCompiling());
        }
        options.add(OptionSpec.flag(QUIET, "print errors only"));
        options.add(OptionSpec.flag(DEBUG, "print the stack trace of a fault"));
        options.addAll(ofProgram());
        return options;
    }

    /** Those that need no command. */
    static List<OptionSpec> ofProgram() {
        return List.of(new OptionSpec("h", HELP, "", "print this help"), OptionSpec.flag(VERSION, "print the version"));
    }

    private static OptionSpec format(List<String> formats) {
        return OptionSpec.value(FORMAT, "FORMAT", "print as " + words(formats)).taking(Values.of(formats));
    }

    /** {@code text, json or sarif}. */
    private static String words(List<String> formats) {
        int last = formats.size() - 1;
        return String.join(", ", formats.subList(0, last)) + " or " + formats.get(last);
    }

    private static List<OptionSpec> ofCompiling() {
        return List.of(
                OptionSpec.value(INVENTORY, "PATH", "manifests that exist: file, folder or -; repeatable")
                        .taking(Values.FILES),
                OptionSpec.flag(INVENTORY_COMPLETE, "what the inventory lacks does not exist"),
                OptionSpec.value(NAMESPACE, "NS", "of manifests that state none; default `default`"),
                OptionSpec.value(CLUSTER, "NAME", "of a fleet; without it all of them"),
                OptionSpec.value(FAIL_ON, "SEVERITY", "fail, writing nothing, on `error` (default) or `warning`")
                        .taking(Values.of(FAIL_ON_WORDS)),
                OptionSpec.value(ISTIO_VERSION, "VERSION", "of the mesh, in place of what intents state")
                        .taking(Values.of(istioVersions())),
                OptionSpec.value(COLOR, "WHEN", "`auto` (the default), `always` or `never`")
                        .taking(Values.of(COLOR_WORDS)));
    }

    static List<String> istioVersions() {
        return IstioVersion.known().stream().map(IstioVersion::toString).toList();
    }
}
