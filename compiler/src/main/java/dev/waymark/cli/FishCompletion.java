package dev.waymark.cli;

import java.util.List;

/** The script for fish, from 3.0 on. */
final class FishCompletion {
    private FishCompletion() {}

    static String script(List<Command> commands) {
        StringBuilder script = new StringBuilder("""
                # Completes the command lines of waymark in fish. To load it:
                #   waymark completion fish > ~/.config/fish/completions/waymark.fish

                function __waymark_at_command
                    test (count (commandline -opc)) -eq 1
                end

                function __waymark_in
                    set -l words (commandline -opc)
                    test (count $words) -gt 1
                    and test $words[2] = $argv[1]
                end

                # fish hands its own function the whole word, with the option in front of the folder.
                function __waymark_folders
                    __fish_complete_directories (commandline -ct | string replace -r -- '^--[^=]*=' '')
                end

                complete -c waymark -f
                """);
        CommonOptions.ofProgram().forEach(option -> append(script, "__waymark_at_command", option(option)));
        for (Command command : commands) {
            append(script, "__waymark_at_command", "-a " + command.name() + " -d " + quoted(command.summary()));
        }
        commands.forEach(command -> append(script, command));
        return script.toString();
    }

    private static void append(StringBuilder script, Command command) {
        script.append('\n');
        String condition = quoted("__waymark_in " + command.name());
        command.allOptions().forEach(option -> append(script, condition, option(option)));
        Values operands = command.operands().values();
        if (operands.kind() != Values.Kind.ANYTHING) {
            append(script, condition, operands.kind() == Values.Kind.FILES ? "-F" : words(operands));
        }
    }

    private static void append(StringBuilder script, String condition, String what) {
        script.append("complete -c waymark -n ")
                .append(condition)
                .append(' ')
                .append(what)
                .append('\n');
    }

    private static String option(OptionSpec option) {
        String shortName = option.shortName().isEmpty() ? "" : "-s " + option.shortName() + " ";
        return shortName + "-l " + option.name() + value(option) + " -d " + quoted(option.help());
    }

    private static String value(OptionSpec option) {
        if (option.isFlag()) {
            return "";
        }
        return switch (option.values().kind()) {
            case FILES -> " -r -F";
            case ANYTHING -> " -x";
            case WORDS, TARGETS, FOLDERS -> " -x " + words(option.values());
        };
    }

    private static String words(Values values) {
        String words = String.join(" ", values.words());
        return "-a "
                + quoted(
                        switch (values.kind()) {
                            case FOLDERS -> "(__waymark_folders)";
                            case TARGETS -> words + " (command waymark completion targets 2>/dev/null)";
                            default -> words;
                        });
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
